package io.alignemulator.resource.patch;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One element of a file of patch cases: {@code doc} and {@code patch} give {@code expected} or {@code error}. */
record PatchCase(JsonNode json) {

    static Stream<Named<PatchCase>> in(String file) {
        try (InputStream in = PatchCase.class.getResourceAsStream("/json-patch/" + file)) {
            assertNotNull(in, file);
            JsonNode cases = JsonMapper.shared().readTree(in);
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(PatchCase::new)
                    .map(one -> Named.of(one.json.get("comment").stringValue(), one.checked()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A case that expects nothing, or two things at once, would prove nothing. */
    private PatchCase checked() {
        assertNotEquals(json.has("expected"), json.has("error"), json.toString());
        return this;
    }

    boolean disabled() {
        return json.path("disabled").asBoolean(false);
    }

    boolean fails() {
        return json.has("error");
    }

    JsonNode document() {
        return json.get("doc").deepCopy();
    }

    JsonNode patch() {
        return json.get("patch").deepCopy();
    }

    JsonNode expected() {
        return json.get("expected");
    }

    PatchException.Kind error() {
        return PatchException.Kind.valueOf(json.get("error").stringValue());
    }

    /** The field that the failure names; null when it names none. */
    String field() {
        return json.has("field") ? json.get("field").stringValue() : null;
    }
}
