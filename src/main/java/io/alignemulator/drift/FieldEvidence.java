package io.alignemulator.drift;

import io.alignemulator.catalogue.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How each key of the catalogue is known so far, as the build wrote it beside the catalogue. */
final class FieldEvidence {

    private static final String FILE = "evidence.json";
    private static final Set<String> PROVEN = Set.of("observed", "documented");

    private final Map<String, Known> known;

    /** The evidence of a key and of its type; the latter is that of the key where nothing else is said. */
    private record Known(String key, String type) {

        String words() {
            return "x-evidence: " + key + (type.equals(key) ? "" : ", x-type-evidence: " + type);
        }
    }

    private FieldEvidence(Map<String, Known> known) {
        this.known = known;
    }

    static FieldEvidence load() {
        try (InputStream in = Catalogue.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " was not built");
            }
            return new FieldEvidence(JsonMapper.shared().readValue(in.readAllBytes(), new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is written of a field now; empty when the catalogue does not have it. */
    String now(String subject) {
        Known found = known.get(subject);
        return found == null ? "" : found.words();
    }

    /** What is to be written once a site has shown the key, and perhaps a value of its type. */
    String then(String subject, boolean withValue) {
        Known found = known.get(subject);
        if (found == null) {
            return "";
        }
        String key = PROVEN.contains(found.key()) ? found.key() : "observed";
        boolean typeIsProven = withValue || PROVEN.contains(found.type());
        return new Known(key, typeIsProven ? key : found.type()).words();
    }
}
