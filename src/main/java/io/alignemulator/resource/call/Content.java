package io.alignemulator.resource.call;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes of an answer: in one array, or in the pieces that it is made of, which nobody puts together where they can go out one behind the other. Immutable. */
public interface Content {

    int length();

    /** Writes its bytes from the first one on, as many as there is room for. */
    void put(ByteBuffer to);

    /** All of them in one array, which nobody changes. */
    default byte[] bytes() {
        return beginning(length());
    }

    /** The first ones, all of them at most, in an array that nobody changes. */
    default byte[] beginning(int most) {
        ByteBuffer buffer = ByteBuffer.allocate(Math.min(most, length()));
        put(buffer);
        return buffer.array();
    }

    /** Whether {@link #bytes} is an array that is there already. */
    default boolean isWhole() {
        return false;
    }

    /** An array that nobody changes. */
    static Content of(byte[] bytes) {
        return new Whole(bytes);
    }

    /** All in one array. */
    record Whole(byte[] bytes) implements Content {

        @Override
        public int length() {
            return bytes.length;
        }

        @Override
        public void put(ByteBuffer to) {
            to.put(bytes, 0, Math.min(bytes.length, to.remaining()));
        }

        @Override
        public byte[] beginning(int most) {
            return bytes.length <= most ? bytes : Arrays.copyOf(bytes, most);
        }

        @Override
        public boolean isWhole() {
            return true;
        }
    }
}
