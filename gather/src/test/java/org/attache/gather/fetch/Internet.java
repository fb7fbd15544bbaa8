package org.attache.gather.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * An internet on one machine: names, addresses, servers and a clock. Its sockets note whom they
 * were told to call, and lead to servers on the loopback interface or nowhere.
 */
final class Internet implements AutoCloseable {
  static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  /** Whom somebody wanted to reach, as {@code 93.184.216.34:80}. */
  final List<String> dialled = new CopyOnWriteArrayList<>();

  /** Which names were looked up. */
  final List<String> lookups = new CopyOnWriteArrayList<>();

  /** How long somebody slept. */
  final List<Duration> pauses = new CopyOnWriteArrayList<>();

  private final Map<String, ArrayDeque<List<InetAddress>>> names = new HashMap<>();
  private final Map<String, Server> servers = new HashMap<>();
  private Instant now = START;

  /** Gives a name addresses; given several times, each look-up gets the next and the last stays. */
  synchronized void name(String host, String... addresses) {
    names
        .computeIfAbsent(host, unknown -> new ArrayDeque<>())
        .add(Stream.of(addresses).map(InetAddress::ofLiteral).toList());
  }

  /** Starts a server for an address and port. */
  Server server(String address, int port) {
    return server(address, port, Server.answering(this, socket()));
  }

  /** Starts one whose name and address are both new. */
  Server site(String host, String address) {
    name(host, address);
    return server(address, 80);
  }

  /** Starts a server that speaks TLS. */
  Server secureServer(String address, int port, SSLContext keys) {
    try {
      return server(
          address,
          port,
          Server.answering(
              this,
              keys.getServerSocketFactory()
                  .createServerSocket(0, 50, InetAddress.getLoopbackAddress())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts something that takes calls and never says a word. */
  void mute(String address, int port) {
    server(address, port, Server.mute(this, socket()));
  }

  private synchronized Server server(String address, int port, Server server) {
    servers.put(address + ":" + port, server);
    return server;
  }

  private static ServerSocket socket() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized Instant now() {
    return now;
  }

  synchronized void pass(Duration duration) {
    now = now.plus(duration);
  }

  Surroundings surroundings() {
    return surroundings(SSLContexts.createDefault());
  }

  Surroundings surroundings(SSLContext trusted) {
    return new Surroundings(this::now, this::sleep, this::resolve, new Sockets(), trusted);
  }

  private void sleep(Duration duration) {
    pauses.add(duration);
    pass(duration);
  }

  private synchronized List<InetAddress> resolve(String host) throws UnknownHostException {
    lookups.add(host);
    ArrayDeque<List<InetAddress>> answers = names.get(host);
    if (answers == null) {
      throw new UnknownHostException(host);
    }
    return answers.size() > 1 ? answers.remove() : answers.element();
  }

  private synchronized InetSocketAddress place(InetSocketAddress wanted) throws ConnectException {
    String called = wanted.getAddress().getHostAddress() + ":" + wanted.getPort();
    dialled.add(called);
    Server server = servers.get(called);
    if (server == null) {
      throw new ConnectException("nobody is at " + called);
    }
    return server.place();
  }

  @Override
  public synchronized void close() {
    new ArrayList<>(servers.values()).forEach(Server::close);
  }

  /** Sockets that call the server that stands for an address. */
  private final class Sockets extends SocketFactory {
    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public void connect(SocketAddress wanted, int timeout) throws IOException {
          super.connect(place((InetSocketAddress) wanted), timeout);
        }

        @Override
        public void connect(SocketAddress wanted) throws IOException {
          connect(wanted, 0);
        }
      };
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException("it would look " + host + " up");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
      throw new UnsupportedOperationException("it would look " + host + " up");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException("it would connect by itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
      throw new UnsupportedOperationException("it would connect by itself");
    }
  }
}
