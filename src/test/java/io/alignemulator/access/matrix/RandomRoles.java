package io.alignemulator.access.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Roles whose toggles stand at random: of the pages and actions that the table of rules or the shipped roles know. */
final class RandomRoles {

    private static final Path SHIPPED = Path.of("fixtures/demo/SystemRoles.json");

    private final Random random;
    private final Set<String> pages;
    private final Set<String> actions;

    RandomRoles(Random random) {
        Rules rules = Rules.load();
        this.random = random;
        this.pages = new TreeSet<>(rules.pages());
        this.actions = new TreeSet<>(rules.actions());
        for (JsonNode role : shipped()) {
            role.path("view").forEach(page -> pages.add(page.asString()));
            role.path("addEdit").forEach(page -> pages.add(page.asString()));
            role.path("actions").forEach(action -> actions.add(action.asString()));
        }
    }

    private static JsonNode shipped() {
        try {
            return JsonMapper.shared().readTree(Files.readString(SHIPPED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Some keys are left out: a missing one is an empty array. Those of Super Admin must not matter. */
    void toggle(ObjectNode role) {
        int open = 1 + random.nextInt(5);
        for (String page : pages) {
            int toggle = random.nextInt(6);
            if (toggle < open) {
                role.withArray(toggle % 2 == 0 ? "view" : "addEdit").add(page);
            }
        }
        for (String action : actions) {
            if (random.nextInt(3) > 0) {
                role.withArray("actions").add(action);
            }
        }
    }
}
