package io.alignemulator.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A site, tasks for a client, and how to judge what it did.
 *
 * @param name of its file
 * @param judges id of the requirement that its checks decide
 * @param site what the control API is told to make the sandbox
 * @param persona whose token the client gets
 */
record Scenario(
        String name,
        String judges,
        String about,
        Set<Capability> needs,
        Map<String, Object> site,
        String persona,
        List<Task> tasks,
        List<Condition> checks) {

    static Scenario read(String name, Params written) {
        Params params =
                Params.of(written.place(), Objects.requireNonNull(Texts.replaced(written.json(), "{64K}", Texts.LONG)));
        params.only("judges", "about", "needs", "site", "rows", "as", "do", "checks");
        Set<Capability> needs = params.texts("needs").stream()
                .map(Capability::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Capability.class)));
        return new Scenario(
                name,
                params.text("judges"),
                params.text("about"),
                needs,
                site(params),
                params.optionalText("as").orElse("super-admin"),
                tasks(params),
                params.list("checks").stream()
                        .map(each -> Conditions.read(params.place(), each))
                        .toList());
    }

    /** {@code times} repeats a task. */
    private static List<Task> tasks(Params params) {
        List<Task> tasks = new ArrayList<>();
        for (Object each : params.list("do")) {
            Map<String, Object> json =
                    new LinkedHashMap<>(Params.of(params.place() + "/do", each).json());
            Object times = json.remove("times");
            Task task = Task.read(new Params(params.place() + "/do", json));
            tasks.addAll(Collections.nCopies(times instanceof Number number ? number.intValue() : 1, task));
        }
        return tasks;
    }

    private static Map<String, Object> site(Params params) {
        Map<String, Object> site = new LinkedHashMap<>(params.object("site"));
        site.putIfAbsent("fixtures", "minimal");
        site.putIfAbsent("rateLimit", "off");
        Map<String, List<Object>> seed = new LinkedHashMap<>();
        Params.of(params.place(), site.getOrDefault("seed", Map.of()))
                .json()
                .forEach((collection, records) -> seed.put(collection, new ArrayList<>((List<?>) records)));
        for (Object each : params.list("rows")) {
            Params rows = Params.of(params.place() + "/rows", each).only("collection", "count", "record");
            for (int n = 1; n <= rows.number("count", 0); n++) {
                seed.computeIfAbsent(rows.text("collection"), key -> new ArrayList<>())
                        .add(Texts.replaced(rows.object("record"), "{n}", Integer.toString(n)));
            }
        }
        if (!seed.isEmpty()) {
            site.put("seed", seed);
        }
        return site;
    }
}
