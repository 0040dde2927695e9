package io.alignemulator.catalogue;

import java.util.Map;
import java.util.Optional;

/**
 * A record that is made together with a new one which names none.
 *
 * @param rule id of the rule that wants it, e.g. TEAM-04
 * @param field the key that names it
 * @param resource what is made
 * @param when what a key of the new record has to hold
 * @param sets values by key of the other record
 * @param copies keys of the new record by key of the other
 */
public record Brought(
        String rule,
        String field,
        String resource,
        Optional<Field.Condition> when,
        Map<String, Object> sets,
        Map<String, String> copies) {}
