package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.access.matrix.Expected;
import io.alignemulator.access.matrix.Predictions;
import io.alignemulator.access.matrix.Rules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One persona at one collection: each verb is tried on one record of every kind that the rules tell apart. Answers tell what was found, in the words of the table. */
final class AccessCell {

    private static final int PAGE = 100;

    /** How many records are looked at for one that Super Admin may write: many of a site's records are stale. */
    private static final int CANDIDATES = 15;

    private final SiteUnderTest site;
    private final Client admin;
    private final Client caller;
    private final Predictions predictions;
    private final AccessBodies bodies;
    private final String resource;
    private final String collection;
    private final List<JsonNode> rows;
    private final Set<Integer> found = new TreeSet<>();

    AccessCell(SiteUnderTest site, String token, Rules rules, Predictions predictions, String resource) {
        this.site = site;
        this.admin = new Client(site.uri(), site.token());
        this.caller = admin.as(token);
        this.predictions = predictions;
        this.bodies = new AccessBodies(rules, resource);
        this.resource = resource;
        this.collection = "/" + rules.any(resource).collection();
        this.rows = predictions.persona().world().records(resource);
    }

    String list() {
        Expected expected = predictions.list(resource);
        check("GET " + collection, expected, caller.get(collection + "?$select=id"));
        if (!expected.succeeds()) {
            return outcome();
        }
        List<Long> ids = ids();
        assertEquals(predictions.ids(resource), ids, "ids of " + collection);
        return ids.size() + " of " + rows.size();
    }

    private List<Long> ids() {
        List<Long> ids = new ArrayList<>();
        List<Integer> page;
        do {
            page = caller.get(collection + "?$select=id&$skip=" + ids.size()).ids();
            page.forEach(id -> ids.add((long) id));
        } while (page.size() == PAGE);
        return ids;
    }

    String get() {
        Map<Expected, List<Long>> kinds = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            kinds.computeIfAbsent(kind(predictions.get(resource, id(row))), k -> new ArrayList<>())
                    .add(id(row));
        }
        Set<Long> tried = new TreeSet<>(Set.of(absent()));
        kinds.values().forEach(ids -> tried.addAll(List.of(ids.get(0), ids.get(ids.size() - 1))));
        tried.forEach(this::get);
        return outcome();
    }

    private void get(long id) {
        Expected expected = predictions.get(resource, id);
        Answer answer = caller.get(collection + "/" + id);
        check("GET " + collection + "/" + id, expected, answer);
        if (expected.succeeds()) {
            assertEquals(id, answer.json().path("id").asLong());
        }
        Answer byQuery = caller.get(collection + "?id=" + id);
        if (predictions.list(resource).succeeds()) {
            List<Integer> wanted = expected.succeeds() ? List.of((int) id) : List.of();
            assertEquals(wanted, byQuery.ids(), collection + "?id=" + id);
        } else {
            check("GET " + collection + "?id=" + id, predictions.list(resource), byQuery);
        }
    }

    String create() {
        if (!predictions.persona().isActive() || !predictions.persona().creates(resource)) {
            check("POST of no JSON", predictions.create(resource, rows.get(0)), caller.post(collection, "{"));
        }
        Map<Expected, List<ObjectNode>> kinds = new LinkedHashMap<>();
        rows.stream().map(bodies::create).forEach(body -> kinds.computeIfAbsent(
                        kind(predictions.create(resource, body)), kind -> new ArrayList<>())
                .add(body));
        kinds.forEach((kind, candidates) -> tryFirst(
                kind,
                candidates.stream()
                        .map(body -> new Attempt("POST", collection, body.toString(), kind))
                        .toList()));
        return outcome();
    }

    String replace() {
        return update(row -> {
            ObjectNode body = bodies.replacement(row);
            return change("PUT", id(row), body.toString(), predictions.update(resource, id(row), body));
        });
    }

    String patch() {
        update(row -> change("PATCH", id(row), bodies.renaming(), predictions.update(resource, id(row), row)));
        moves();
        return outcome();
    }

    private String update(Function<JsonNode, Attempt> attempt) {
        Map<Expected, List<Attempt>> kinds = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            Attempt each = attempt.apply(row);
            kinds.computeIfAbsent(kind(each.expected()), kind -> new ArrayList<>())
                    .add(each);
        }
        kinds.forEach(this::tryFirst);
        Attempt any = attempt.apply(rows.get(0));
        Expected expected = predictions.update(resource, absent(), rows.get(0));
        check(
                any.method() + " of nothing",
                expected,
                any.at(collection + "/" + absent(), expected).by(caller));
        return outcome();
    }

    /** A record that the caller may change goes where a record is that he may not: the same patch is tried with every kind of place. */
    private void moves() {
        Map<Expected, List<Attempt>> kinds = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> predictions.update(resource, id(row), row).succeeds())
                .limit(3)
                .forEach(row -> rows.stream()
                        .filter(place -> bodies.isLike(row, place))
                        .forEach(place -> {
                            Expected expected = predictions.update(resource, id(row), bodies.moved(row, place));
                            if (!expected.succeeds()) {
                                kinds.computeIfAbsent(kind(expected), kind -> new ArrayList<>())
                                        .add(change("PATCH", id(row), bodies.moving(place), expected));
                            }
                        }));
        kinds.forEach(this::tryFirst);
    }

    private Attempt change(String method, long id, String body, Expected expected) {
        return new Attempt(method, collection + "/" + id, body, expected);
    }

    /** Tries the first attempt that Super Admin would succeed with, so that nothing but the caller can be the reason of a refusal. */
    private void tryFirst(Expected kind, List<Attempt> candidates) {
        for (Attempt attempt : candidates.stream().limit(CANDIDATES).toList()) {
            boolean onItsOwn =
                    attempt.expected().succeeds() || attempt.expected().status() == 400;
            boolean sound = !onItsOwn || attempt.by(admin).status() < 300;
            site.reset();
            if (sound) {
                tryNow(attempt);
                site.reset();
                return;
            }
        }
        assertTrue(!kind.succeeds(), "no record of " + collection + " that can be written at all");
    }

    private void tryNow(Attempt attempt) {
        String before = admin.get(attempt.path()).body();
        Answer answer = attempt.by(caller);
        check(attempt.method() + " " + attempt.path() + " " + attempt.body(), attempt.expected(), answer);
        if (answer.status() == 201) {
            caller.get(collection + "/" + answer.json().asLong()).expect(200);
        } else {
            boolean changed = !before.equals(admin.get(attempt.path()).body());
            assertEquals(answer.status() == 204, changed, () -> "whether the record changed by " + attempt);
        }
    }

    private void check(String call, Expected expected, Answer answer) {
        assertTrue(
                expected.isMetBy(answer.status(), answer.body()),
                () -> call + "\nwanted " + expected.status() + " " + expected.body() + "\nbut was " + answer.status()
                        + " " + answer.body());
        String type = expected.body().isEmpty() ? "" : answer.status() < 300 ? "application/json" : "text/plain";
        assertTrue(answer.header("content-type").startsWith(type), () -> call + ": " + answer.headers());
        found.add(answer.status());
    }

    /** Records of one kind differ by their ids only. */
    private static Expected kind(Expected expected) {
        return new Expected(expected.status(), expected.body().replaceAll("[0-9]+", ""));
    }

    private String outcome() {
        return String.join(" ", found.stream().map(String::valueOf).toList());
    }

    private long absent() {
        return id(rows.get(rows.size() - 1)) + 1000;
    }

    private static long id(JsonNode row) {
        return row.path("id").asLong();
    }

    /** A write and what has to come of it. */
    private record Attempt(String method, String path, String body, Expected expected) {

        Attempt at(String otherPath, Expected otherwise) {
            return new Attempt(method, otherPath, body, otherwise);
        }

        Answer by(Client client) {
            return client.send(method, path, Map.of("Content-Type", "application/json"), body);
        }
    }
}
