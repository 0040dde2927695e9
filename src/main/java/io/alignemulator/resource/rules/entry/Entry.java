package io.alignemulator.resource.rules.entry;

import io.alignemulator.catalogue.Rule;
import io.alignemulator.rules.RuleId;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Row;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the catalogue and what it describes.
 *
 * @param rule as the catalogue says it
 * @param id of the rule by which it acts
 * @param does what it describes: a check, or an effect
 */
public record Entry<T>(Rule rule, RuleId id, T does) {

    /**
     * Whether the site has it on, and the write is its business.
     *
     * @param stored the record before the write; null for a new one
     * @param row the record as the write would leave it
     */
    public boolean isAbout(Settings settings, @Nullable Row stored, Row row) {
        return settings.isOn(id) && areOn(settings) && rule.isAbout(row::get, stored == null ? null : stored::get);
    }

    private boolean areOn(Settings settings) {
        for (String setting : rule.texts("setting")) {
            if (!settings.isOn(setting)) {
                return false;
            }
        }
        return true;
    }
}
