package io.alignemulator.http;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** Looks at a connection without taking anything from it. */
final class Peers {

    private Peers() {}

    /** Whether there is something to read and nothing in it, which is the end: a client that has closed its side waits for nothing. */
    static boolean hasGone(SocketChannel channel) {
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_READ);
            return selector.selectNow() > 0 && channel.socket().getInputStream().available() == 0;
        } catch (IOException | RuntimeException e) {
            return true;
        }
    }
}
