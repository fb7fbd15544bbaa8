package org.attache.gather.fetch;

import java.time.InstantSource;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * What a fetcher finds around itself, so that tests can put something else there.
 *
 * @param clock tells when a host may be asked again
 * @param sleeper waits for that
 * @param resolver finds addresses; each host is looked up once for each time it is dialled
 * @param sockets makes unconnected sockets; what they are told to connect to has been checked
 * @param tls says whose certificates are trusted
 */
public record Surroundings(
    InstantSource clock,
    Sleeper sleeper,
    Resolver resolver,
    SocketFactory sockets,
    SSLContext tls) {
  /** The system's clock, resolver, sockets and certificates. */
  public static Surroundings system() {
    return new Surroundings(
        InstantSource.system(),
        Sleeper.THREAD,
        Resolver.SYSTEM,
        SocketFactory.getDefault(),
        SSLContexts.createDefault());
  }
}
