package org.attache.gather.fetch;

import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of one request, which can be cut off from another thread: whatever waits for one of
 * them – for the connection, the certificate, a header, the next byte – then ends at once.
 */
final class Line implements DetachedSocketFactory {
  private final SocketFactory factory;
  private final List<Socket> sockets = new ArrayList<>();
  private boolean cut;
  private boolean overdue;

  Line(SocketFactory factory) {
    this.factory = factory;
  }

  @Override
  public synchronized Socket create(@Nullable Proxy proxy) throws IOException {
    if (cut) {
      throw new SocketException("the line is cut");
    }
    Socket socket = factory.createSocket();
    sockets.add(socket);
    return socket;
  }

  /** Ends the line because its time is over. */
  synchronized void expire() {
    if (!cut) {
      overdue = true;
      cut();
    }
  }

  /** Ends the line at once; whatever of the answer is still on its way is not waited for. */
  synchronized void cut() {
    cut = true;
    sockets.forEach(Closer::closeQuietly);
  }

  /** Whether its time was over before it was done with. */
  synchronized boolean isOverdue() {
    return overdue;
  }
}
