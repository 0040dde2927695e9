package io.alignemulator.resource.call;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * The query of a call, decoded. Names count in any case and without the blanks around them.
 *
 * @param pairs names and values in the order of the URL
 */
public record Parameters(List<Pair> pairs) {

    private static final Set<String> OPTIONS = Set.of("filter", "select", "orderby", "top", "skip", "count", "format");

    /**
     * One name and its value, both decoded.
     *
     * @param key the name without blanks around it, in small letters
     */
    public record Pair(String name, String value, String key) {
        public Pair(String name, String value) {
            this(name, value, name.strip().toLowerCase(Locale.ROOT));
        }
    }

    public static final Parameters NONE = new Parameters(List.of());

    /**
     * The value of an option; of one that is given more than once all values, with commas between them (rule LIST-11).
     *
     * @param name without the dollar sign
     * @param undollared whether it counts without the dollar sign, too (rule LIST-05)
     */
    public Optional<String> option(String name, boolean undollared) {
        StringJoiner values = null;
        for (Pair pair : pairs) {
            String key = pair.key();
            boolean dollared = key.startsWith("$") && key.length() == name.length() + 1 && key.endsWith(name);
            if (dollared || (undollared && key.equals(name))) {
                values = (values == null ? new StringJoiner(",") : values).add(pair.value());
            }
        }
        return Optional.ofNullable(values).map(StringJoiner::toString);
    }

    /** The value of a parameter of that name, as it stands, in any case; the first one counts. */
    public Optional<String> value(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        for (Pair pair : pairs) {
            if (pair.key().equals(key)) {
                return Optional.of(pair.value());
            }
        }
        return Optional.empty();
    }

    /** A dollar option that the API does not know. */
    public Optional<String> unknown() {
        for (Pair pair : pairs) {
            if (pair.key().startsWith("$") && !OPTIONS.contains(pair.key().substring(1))) {
                return Optional.of(pair.name().strip());
            }
        }
        return Optional.empty();
    }

    /** The values of {@code @p}, by the name with its sign. */
    public Map<String, String> aliases() {
        Map<String, String> aliases = Map.of(); // as with nearly every call
        for (Pair pair : pairs) {
            if (pair.key().startsWith("@")) {
                aliases = aliases.isEmpty() ? new HashMap<>() : aliases;
                aliases.putIfAbsent(pair.name().strip(), pair.value());
            }
        }
        return aliases;
    }
}
