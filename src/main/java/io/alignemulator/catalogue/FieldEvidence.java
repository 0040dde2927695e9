package io.alignemulator.catalogue;

import io.alignemulator.shipped.ShippedFile;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How each key of the catalogue is known, as the build wrote it beside the catalogue. */
public final class FieldEvidence {

    static final String COMPILED = "evidence.json";

    private final Map<String, Known> known;

    /** The evidence of a key and of its type; the latter is that of the key where nothing else is said. */
    public record Known(String key, String type) {}

    private FieldEvidence(Map<String, Known> known) {
        this.known = known;
    }

    /** Reads the file: whoever asks often keeps it. */
    public static FieldEvidence load() {
        byte[] json = ShippedFile.bytes(FieldEvidence.class, COMPILED);
        return new FieldEvidence(JsonMapper.shared().readValue(json, new TypeReference<>() {}));
    }

    /** By Resource.key, Model.key or Resource.x-expand.key; empty when the catalogue has no such key. */
    public Optional<Known> find(String subject) {
        return Optional.ofNullable(known.get(subject));
    }
}
