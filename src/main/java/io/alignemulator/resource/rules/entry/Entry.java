package io.alignemulator.resource.rules.entry;

import io.alignemulator.catalogue.Rule;
import io.alignemulator.rules.RuleId;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the catalogue and what it describes.
 *
 * @param rule as the catalogue says it
 * @param id of the rule by which it acts
 * @param settings that have to be on besides
 * @param does what it describes: a check, or an effect
 */
public record Entry<T>(Rule rule, RuleId id, List<String> settings, T does) {

    static <T> Entry<T> of(Rule rule, T does) {
        return new Entry<>(rule, RuleId.of(rule.id()), rule.texts("setting"), does);
    }

    /**
     * Whether the site has it on, and the write is its business.
     *
     * @param stored the record before the write; null for a new one
     * @param row the record as the write would leave it
     */
    public boolean isAbout(Settings settings, @Nullable Row stored, Row row) {
        return settings.isOn(id)
                && areOn(settings)
                && (rule.isAboutEvery() || rule.isAbout(row::get, stored == null ? null : stored::get));
    }

    private boolean areOn(Settings site) {
        for (String setting : settings) {
            if (!site.isOn(setting)) {
                return false;
            }
        }
        return true;
    }
}
