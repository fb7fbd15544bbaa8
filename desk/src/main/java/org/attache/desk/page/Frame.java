package org.attache.desk.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands around every page.
 *
 * @param title of the page
 * @param here the part of the desk that it belongs to
 * @param path its address, without what stands behind the question mark
 * @param carried parameters that another day or page keeps
 * @param asOf the day as of which it is shown; empty for today
 * @param form what every form must send back
 * @param name who looks
 * @param signedIn whether there is an account to sign out of
 * @param reviewer whether they may decide and add
 * @param admin whether they may see who did what
 * @param version of the program
 * @param scripts further scripts that the page uses
 */
public record Frame(
    String title,
    String here,
    String path,
    Map<String, String> carried,
    String asOf,
    String form,
    String name,
    boolean signedIn,
    boolean reviewer,
    boolean admin,
    String version,
    List<String> scripts) {
  /** Keeps copies. */
  public Frame {
    carried = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(carried));
    scripts = List.copyOf(scripts);
  }

  /** For a page that is shown to one of whom nothing is known. */
  static Frame ofStranger(String title, String form, String version) {
    return new Frame(
        title, "", "/", Map.of(), "", form, "", false, false, false, version, List.of());
  }

  /** Whether it is shown to one of whom nothing is known, who can go nowhere else. */
  boolean stranger() {
    return name.isEmpty();
  }

  /** The same with a script. */
  Frame using(String... names) {
    return new Frame(
        title,
        here,
        path,
        carried,
        asOf,
        form,
        name,
        signedIn,
        reviewer,
        admin,
        version,
        List.of(names));
  }

  /** One part of the desk. */
  record Part(String address, String name) {}

  /** The parts of the desk that this visitor may use. */
  List<Part> parts() {
    List<Part> parts =
        new java.util.ArrayList<>(
            List.of(
                new Part("/", "Home"),
                new Part("/dealings", "Dealings"),
                new Part("/map", "Map"),
                new Part("/sources", "Sources"),
                new Part("/watches", "Watches")));
    if (reviewer) {
      parts.add(new Part("/review", "Review"));
      parts.add(new Part("/add", "Add"));
    }
    if (admin && signedIn) {
      parts.add(new Part("/audit", "Log"));
    }
    return parts;
  }

  /** An address that keeps the day. */
  String at(String address) {
    return asOf.isEmpty()
        ? address
        : address + (address.contains("?") ? "&" : "?") + "as-of=" + Plain.url(asOf);
  }

  /** What the browser shows as the page's name. */
  String heading() {
    return title.isEmpty() ? "Attaché" : title + " – Attaché";
  }

  /** Where the current part is, for the one link that leads to where one is. */
  Optional<String> current(Part part) {
    return part.address().equals(here) ? Optional.of("page") : Optional.empty();
  }
}
