package org.attache.desk.watch;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.attache.register.store.DeskBooks.Watch;

/** What a watch has found, as an Atom feed (RFC 4287). */
final class Feed {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final int LONGEST = 2_000;

  private Feed() {}

  /**
   * Writes it.
   *
   * @param news the last first
   * @param desk the address of the desk, without a slash at its end
   */
  static byte[] write(Watch watch, List<News> news, String desk) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.setDefaultNamespace(ATOM);
      xml.writeStartElement(ATOM, "feed");
      xml.writeDefaultNamespace(ATOM);
      element(xml, "id", "urn:uuid:" + watch.id());
      element(xml, "title", watch.name());
      element(xml, "subtitle", "Claims that Attaché has found in reports");
      element(xml, "updated", time(news.isEmpty() ? watch.created() : news.getFirst().find().at()));
      xml.writeStartElement(ATOM, "author");
      element(xml, "name", "Attaché");
      xml.writeEndElement();
      link(xml, "self", desk + "/watches/" + watch.id() + ".atom");
      link(
          xml,
          "alternate",
          desk + "/dealings" + (watch.question().isEmpty() ? "" : "?" + watch.question()));
      for (News one : news) {
        entry(xml, watch, one, desk);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a feed could not be written to the heap", e);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void entry(XMLStreamWriter xml, Watch watch, News news, String desk)
      throws XMLStreamException {
    xml.writeStartElement(ATOM, "entry");
    String seed = watch.id() + "/" + news.claim().key();
    element(xml, "id", "urn:uuid:" + UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)));
    element(xml, "title", news.title());
    element(xml, "updated", time(news.find().at()));
    element(xml, "published", news.claim().origin().day() + "T00:00:00Z");
    xml.writeEmptyElement(ATOM, "category");
    xml.writeAttribute("term", news.sort());
    link(xml, "alternate", desk + "/claims/" + news.claim().key());
    if (news.dealing().isPresent()) {
      link(xml, "related", desk + "/dealings/" + news.dealing().get().id());
    }
    element(xml, "summary", news.words());
    xml.writeEndElement();
  }

  private static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static void link(XMLStreamWriter xml, String rel, String address)
      throws XMLStreamException {
    xml.writeEmptyElement(ATOM, "link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("href", address);
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(ATOM, name);
    xml.writeCharacters(plain(text));
    xml.writeEndElement();
  }

  /** What XML cannot hold is left out. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || (c >= 0x20 && c < 0xD800)
                    || (c >= 0xE000 && c <= 0xFFFD)
                    || c >= 0x10000)
        .forEach(plain::appendCodePoint);
    return plain.toString().strip();
  }
}
