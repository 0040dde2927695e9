package io.alignemulator.console.records;

import io.alignemulator.catalogue.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How each key of the catalogue is known, as the build wrote it beside the catalogue. */
final class FieldEvidences {

    private final Map<String, Known> known;

    /** The evidence of a key and of its type. */
    record Known(String key, String type) {

        String words() {
            return type.equals(key) ? key : key + ", type " + type;
        }
    }

    private FieldEvidences(Map<String, Known> known) {
        this.known = known;
    }

    static FieldEvidences load() {
        try (InputStream in = Catalogue.class.getResourceAsStream("evidence.json")) {
            return in == null
                    ? new FieldEvidences(Map.of())
                    : new FieldEvidences(JsonMapper.shared().readValue(in.readAllBytes(), new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In words; empty where nothing is said. */
    String of(String resource, String field) {
        Known found = known.get(resource + "." + field);
        return found == null ? "" : found.words();
    }
}
