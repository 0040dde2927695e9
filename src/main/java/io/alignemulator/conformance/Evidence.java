package io.alignemulator.conformance;

import io.alignemulator.client.Calls;
import io.alignemulator.client.Sandbox;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What there is to judge by: what the client reported, what it sent, and what is stored.
 *
 * @param results of the tasks in their order; none for a client that is only observed
 * @param calls in their order
 * @param counting how many calls match
 * @param records the stored records of a collection
 * @param changes what differs from the beginning
 * @param pageSize of the site
 * @param block how long an address stays blocked
 */
record Evidence(
        List<TaskResult> results,
        List<Call> calls,
        Function<Calls, Integer> counting,
        Function<String, List<Map<String, Object>>> records,
        Supplier<List<Map<String, Object>>> changes,
        int pageSize,
        Duration block) {

    private static final String DEFAULT_BLOCK = "60";

    /** All that a sandbox knows, looked up when it is asked for. */
    static Evidence of(Sandbox sandbox, List<TaskResult> results) {
        Map<String, Object> settings = sandbox.settings();
        String limit = String.valueOf(settings.get("rate-limit"));
        String block = limit.contains(":") ? limit.substring(limit.indexOf(':') + 1) : DEFAULT_BLOCK;
        Map<String, List<Map<String, Object>>> known = new HashMap<>();
        return new Evidence(
                results,
                sandbox.requests().all().stream().map(Call::of).toList(),
                calls -> sandbox.requests().count(calls),
                collection -> Objects.requireNonNull(
                        known.computeIfAbsent(collection, key -> sandbox.world().all(key))),
                () -> sandbox.world().changes(),
                Integer.parseInt(String.valueOf(settings.get("page-cap"))),
                Duration.ofSeconds(Long.parseLong(block)));
    }

    /** The same with some of the calls. */
    Evidence only(Predicate<Call> which) {
        return new Evidence(
                results, calls.stream().filter(which).toList(), counting, records, changes, pageSize, block);
    }

    /** @param number counts from 1 */
    TaskResult result(int number) {
        if (number < 1 || number > results.size()) {
            throw new SuiteException("There is no task " + number);
        }
        return results.get(number - 1);
    }

    /** The stored records that hold these values. */
    List<Map<String, Object>> stored(String collection, Map<String, Object> where) {
        return records.apply(collection).stream()
                .filter(record -> where.entrySet().stream()
                        .allMatch(field -> Values.same(field.getValue(), record.get(field.getKey()))))
                .toList();
    }
}
