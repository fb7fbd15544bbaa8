package org.attache.desk;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.attache.gather.fetch.Reach;
import org.attache.lexicon.Tables;

/**
 * How a desk is set up.
 *
 * @param register a file, or a URL that starts with "postgresql:"
 * @param tables what tells types and states apart
 * @param bind the address that it listens at
 * @param port the port that it listens at; 0 for any that is free
 * @param owner what decisions are signed with where there are no accounts
 * @param accounts whether people must sign in
 * @param secure whether browsers come over TLS, through a proxy that undoes it
 * @param reach where it may fetch from and tell news to
 * @param contact a page about whoever runs it, which sites are told that it fetches from
 * @param version of the program
 * @param faults is told of what should not happen: where, and what
 */
public record DeskSettings(
    String register,
    Tables tables,
    String bind,
    int port,
    String owner,
    boolean accounts,
    boolean secure,
    Reach reach,
    Optional<String> contact,
    String version,
    BiConsumer<String, Throwable> faults) {
  /** Whether an address is this machine itself, so that nobody else can come. */
  public static boolean isLoopback(String bind) throws UnknownHostException {
    return InetAddress.getByName(bind).isLoopbackAddress();
  }
}
