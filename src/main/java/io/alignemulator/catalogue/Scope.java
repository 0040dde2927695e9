package io.alignemulator.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which memberships make a record visible (rule ACCS-07).
 *
 * @param mode program, team, portfolio, tier, parent, self, page or global; the last two mean that the page alone decides
 * @param fields the fields that say where a record lies
 * @param by field whose value picks other fields, as the tier of an objective does
 * @param cases the fields for each value of {@code by}
 * @param parents fields that name the records whose scope counts where the record has none of its own; the first one that is set
 */
public record Scope(String mode, Fields fields, Optional<String> by, Map<Long, Fields> cases, List<String> parents) {

    /**
     * Fields that name places.
     *
     * @param program fields that name programs; likewise {@code portfolio} and {@code team}
     * @param home fields that name portfolios which everybody sees who reaches one of their programs
     */
    public record Fields(List<String> program, List<String> portfolio, List<String> home, List<String> team) {

        public static final Fields NONE = new Fields(List.of(), List.of(), List.of(), List.of());

        /** All of them. */
        public List<String> all() {
            return Stream.of(program, portfolio, home, team)
                    .flatMap(List::stream)
                    .distinct()
                    .toList();
        }
    }

    /** Whether every record is in everybody's scope, so that the page alone decides. */
    public boolean isOpen() {
        return mode.equals("global") || mode.equals("page");
    }

    /** Whether the record itself is the place: there is no membership in it before it is there. */
    public boolean isSelf() {
        return mode.equals("self");
    }

    /** The fields that count for a record which holds {@code value} in the field {@code by}. */
    public Fields fields(@Nullable Object value) {
        return value instanceof Long number ? cases.getOrDefault(number, Fields.NONE) : Fields.NONE;
    }

    /** Every field that may count for some record. */
    public List<String> everyField() {
        return Stream.concat(Stream.of(fields), cases.values().stream())
                .flatMap(each -> each.all().stream())
                .distinct()
                .toList();
    }
}
