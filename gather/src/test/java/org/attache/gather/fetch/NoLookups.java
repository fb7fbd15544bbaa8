package org.attache.gather.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Takes the place of the system's resolver in all tests of this module: it asks no name server, and
 * notes who would have.
 */
public final class NoLookups extends InetAddressResolverProvider {
  static final List<String> ASKED = new CopyOnWriteArrayList<>();

  @Override
  public String name() {
    return "no look-ups";
  }

  @Override
  public InetAddressResolver get(Configuration configuration) {
    InetAddressResolver system = configuration.builtinResolver();
    return new InetAddressResolver() {
      @Override
      public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
          throws UnknownHostException {
        if (host.equals("localhost") || host.equals(configuration.lookupLocalHostName())) {
          return system.lookupByName(host, policy);
        }
        ASKED.add(host);
        throw new UnknownHostException(host + ": tests ask no name server");
      }

      @Override
      public String lookupByAddress(byte[] address) throws UnknownHostException {
        ASKED.add(InetAddress.getByAddress(address).getHostAddress());
        throw new UnknownHostException("tests ask no name server");
      }
    };
  }
}
