package io.alignemulator.sandbox.faults;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongPredicate;

/**
 * The users of a site.
 *
 * @param byName ids by the name under which personas are spoken of
 * @param isUser whether there is a user of that id
 */
public record SiteUsers(Map<String, Long> byName, LongPredicate isUser) {

    public SiteUsers {
        byName = Map.copyOf(byName);
    }

    /** For messages. */
    String names() {
        return String.join(", ", new TreeSet<>(byName.keySet()));
    }

    Optional<Long> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
