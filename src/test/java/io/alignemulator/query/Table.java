package io.alignemulator.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Tables of cases kept as text: {@code left | right} a line; lines that are empty or begin with # are no cases. */
final class Table {
    private Table() {}

    static Stream<Arguments> read(String name) {
        try (InputStream in = Table.class.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" *\\| ?", 2))
                    .map(parts -> Arguments.of(parts[0], parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
