package io.alignemulator.resource.patch;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.resource.body.BodyShape;
import io.alignemulator.resource.body.Conversions;
import io.alignemulator.resource.body.Options;
import io.alignemulator.resource.body.PatchReader;
import io.alignemulator.rules.RuleId;
import io.alignemulator.settings.Settings.JsonReading;
import io.alignemulator.work.Work;
import java.time.Instant;
import java.util.Set;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A patch that is tried on a record of a few fields. A single quote stands for a double one. */
final class PatchTrial {

    private static final Options OPTIONS = new Options(Instant.parse("2026-11-24T12:00:00Z"), JsonReading.SITE, true);
    private static final Catalogue CATALOGUE = Catalogue.load();

    /** Whole numbers as a record holds them. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private final ObjectNode record;
    private final Conversions conversions = new Conversions(OPTIONS);
    private final Patching patching;

    /**
     * Prepares it.
     *
     * @param resource what the record is one of
     * @param record its fields; all others are not set
     */
    PatchTrial(String resource, String record, String patch, Set<RuleId> off, Work work) {
        this.record = (ObjectNode) tree(record);
        this.patching = new Patching(
                this.record,
                BodyShape.of(CATALOGUE.resource(resource)),
                PatchReader.read(json(patch), resource),
                conversions,
                off,
                work);
    }

    PatchTrial(String resource, String record, String patch) {
        this(resource, record, patch, Set.of(), Work.unbounded());
    }

    /** The fields that were named as a whole. */
    Set<String> apply() {
        return patching.apply();
    }

    Set<String> read() {
        return patching.read();
    }

    ObjectNode record() {
        return record;
    }

    Set<RuleId> notes() {
        return conversions.notes();
    }

    static JsonNode tree(String text) {
        return MAPPER.readTree(json(text));
    }

    static String json(String text) {
        return text.replace('\'', '"');
    }
}
