package io.alignemulator.shipped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A file that lies beside a class, in the jar or in the folder of class files. */
public final class ShippedFile {

    private ShippedFile() {}

    /** Its bytes; empty when it is not there. */
    public static Optional<byte[]> find(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its bytes; {@link IllegalStateException} when the build did not make it. */
    public static byte[] bytes(Class<?> beside, String name) {
        return find(beside, name)
                .orElseThrow(() -> new IllegalStateException(name + " is not on the class path: run the build"));
    }

    /** The same as text. */
    public static String text(Class<?> beside, String name) {
        return new String(bytes(beside, name), StandardCharsets.UTF_8);
    }
}
