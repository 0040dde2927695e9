package io.alignemulator.protocol;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.alignemulator.protocol.json.Doc;
import io.alignemulator.protocol.json.Limits;
import java.util.Map;

/**
 * Settings of a site that change.
 *
 * @param settings by their names on the command line, or in camel case
 */
@Doc("Settings of a site by their names on the command line, or in camel case")
public record SettingsChange(
        @JsonAnySetter @JsonAnyGetter @Doc("Settings of the site")
        Map<String, Object> settings) {

    public SettingsChange {
        settings = Limits.map(settings);
    }
}
