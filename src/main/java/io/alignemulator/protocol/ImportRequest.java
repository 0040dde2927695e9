package io.alignemulator.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.alignemulator.protocol.json.Doc;
import io.alignemulator.protocol.json.Limits;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings fixtures into a site, all of them or nothing. */
@Doc("Brings fixtures into a site, all of them or nothing")
public record ImportRequest(
        @Doc(value = "merge, besides what is there, or replace; merge when left out", example = "\"merge\"")
        Optional<String> mode,

        @JsonProperty(required = true)
        @Doc(value = "Records by collection", example = "{\"Regions\": [{\"name\": \"South\"}]}")
        Map<String, Object> fixtures) {

    private static final List<String> MODES = List.of("merge", "replace");

    public ImportRequest {
        Limits.oneOf(MODES, "mode", mode.orElse("merge"));
        fixtures = Limits.map(fixtures);
    }

    /** The ids of what was brought in. */
    @Doc("The ids of what was brought in, by collection, in the order of the records")
    public record Result(@Doc("By collection") Map<String, List<Long>> ids) {

        public Result {
            ids = Limits.map(ids);
        }
    }
}
