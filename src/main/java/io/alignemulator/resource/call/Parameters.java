package io.alignemulator.resource.call;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The query of a call, decoded. Options work with and without the dollar sign, whatever their case (rule LIST-05).
 *
 * @param pairs names and values in the order of the URL
 */
public record Parameters(List<Pair> pairs) {

    private static final Set<String> OPTIONS = Set.of("filter", "select", "orderby", "top", "skip");

    /** One name and its value, both decoded. */
    public record Pair(String name, String value) {}

    public static final Parameters NONE = new Parameters(List.of());

    /** The value of an option, asked for without the dollar sign; the first one counts. */
    public Optional<String> option(String name) {
        return first(n -> n.equals(name) || n.equals("$" + name));
    }

    /** The value of a plain parameter. */
    public Optional<String> plain(String name) {
        return first(n -> n.equals(name));
    }

    /** The value of a parameter, whatever the case of its name. */
    public Optional<String> value(String name) {
        return plain(name.toLowerCase(Locale.ROOT));
    }

    /** A dollar option that the API does not know. */
    public Optional<String> unsupported() {
        return pairs.stream()
                .map(Pair::name)
                .filter(name -> name.startsWith("$")
                        && !OPTIONS.contains(name.substring(1).toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private Optional<String> first(java.util.function.Predicate<String> wanted) {
        return pairs.stream()
                .filter(pair -> wanted.test(pair.name().toLowerCase(Locale.ROOT)))
                .map(Pair::value)
                .findFirst();
    }
}
