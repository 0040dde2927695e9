package io.alignemulator.console.people;

import io.alignemulator.console.people.PeopleView.Toggles;
import io.alignemulator.world.Row;
import java.util.List;
import java.util.Map;

/** The toggles of a role, which the API does not show. */
final class Toggling {

    private static final Map<String, String> MEANS =
            Map.of("view", "sees the pages", "addEdit", "sees and writes on the pages", "actions", "does");

    private Toggling() {}

    static List<Toggles> of(Row role) {
        return List.of("view", "addEdit", "actions").stream()
                .map(field -> new Toggles(
                        field,
                        MEANS.getOrDefault(field, field),
                        role.get(field) instanceof List<?> names
                                ? names.stream().map(String::valueOf).toList()
                                : List.of()))
                .filter(each -> !each.names().isEmpty())
                .toList();
    }
}
