package io.alignemulator.conformance.judge;

import io.alignemulator.client.Calls;
import io.alignemulator.client.Sandbox;
import io.alignemulator.conformance.SuiteException;
import io.alignemulator.conformance.Task;
import io.alignemulator.conformance.TaskResult;
import io.alignemulator.protocol.calls.CallMatcher;
import io.alignemulator.protocol.calls.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
 * @param authority host and port of this site; nothing for a client that is only observed, which may come under any name
 * @param end the time of the site when the client was done
 * @param putForPatch whether a record was to be changed in some fields and the client replaced it
 * @param schemes behind which a token may stand in the header of a call to this site, in lower case; whether it is taken there is another question
 */
public record ClientEvidence(
        List<TaskResult> results,
        List<ObservedCall> calls,
        Function<CallMatcher, Integer> counting,
        Function<String, List<Map<String, Object>>> records,
        Supplier<List<Change>> changes,
        int pageSize,
        Duration block,
        String authority,
        Instant end,
        boolean putForPatch,
        Set<String> schemes) {

    private static final String DEFAULT_BLOCK = "60";

    private static final String OWN_TOKENS = "align-tokens";
    private static final Set<String> BEARER = Set.of("bearer");
    private static final Set<String> BEARER_AND_BASIC = Set.of("bearer", "basic");

    /** All that a sandbox knows, looked up when it is asked for. */
    public static ClientEvidence of(Sandbox sandbox, List<Task> tasks, List<TaskResult> results) {
        ClientEvidence observed = observed(
                sandbox.requests().all().stream().map(ObservedCall::of).toList(),
                matcher -> sandbox.requests().count(Calls.of(matcher)),
                collection -> sandbox.world().all(collection),
                () -> sandbox.world().changes(),
                sandbox.settings(),
                sandbox.baseUri().getAuthority(),
                sandbox.clock().now());
        return observed.of(results, isPutForPatch(tasks, observed.calls()));
    }

    /**
     * Of a client that is not told what to do.
     *
     * @param records the stored records of a collection; asked for once each
     * @param settings of the sandbox as written, by name
     */
    public static ClientEvidence observed(
            List<ObservedCall> calls,
            Function<CallMatcher, Integer> counting,
            Function<String, List<Map<String, Object>>> records,
            Supplier<List<Change>> changes,
            Map<String, String> settings,
            String authority,
            Instant end) {
        String limit = settings.getOrDefault("rate-limit", "");
        String block = limit.contains(":") ? limit.substring(limit.indexOf(':') + 1) : DEFAULT_BLOCK;
        Map<String, List<Map<String, Object>>> known = new HashMap<>();
        return new ClientEvidence(
                List.of(),
                calls,
                counting,
                collection -> Objects.requireNonNull(known.computeIfAbsent(collection, records)),
                changes,
                Integer.parseInt(settings.getOrDefault("page-cap", "")),
                Duration.ofSeconds(Long.parseLong(block)),
                authority,
                end,
                false,
                settings.getOrDefault("authentication", OWN_TOKENS).equals(OWN_TOKENS) ? BEARER : BEARER_AND_BASIC);
    }

    private ClientEvidence of(List<TaskResult> reported, boolean wasPutForPatch) {
        return new ClientEvidence(
                reported, calls, counting, records, changes, pageSize, block, authority, end, wasPutForPatch, schemes);
    }

    private static boolean isPutForPatch(List<Task> tasks, List<ObservedCall> calls) {
        return tasks.stream().anyMatch(Task.Patch.class::isInstance)
                && tasks.stream().noneMatch(Task.Replace.class::isInstance)
                && calls.stream().noneMatch(call -> call.is("PATCH"))
                && calls.stream().anyMatch(call -> call.is("PUT"));
    }

    /** The same with some of the calls. */
    public ClientEvidence only(Predicate<ObservedCall> which) {
        return new ClientEvidence(
                results,
                calls.stream().filter(which).toList(),
                counting,
                records,
                changes,
                pageSize,
                block,
                authority,
                end,
                putForPatch,
                schemes);
    }

    /** @param number counts from 1 */
    TaskResult result(int number) {
        if (number < 1 || number > results.size()) {
            throw new SuiteException("There is no task " + number);
        }
        return results.get(number - 1);
    }

    /** The stored records that hold these values; all, when there is no condition. */
    List<Map<String, Object>> stored(String collection, @Nullable Map<String, Object> where) {
        return records.apply(collection).stream()
                .filter(record -> where == null
                        || where.entrySet().stream()
                                .allMatch(field -> JsonValues.same(field.getValue(), record.get(field.getKey()))))
                .toList();
    }

    /** The pages of each list that was read, in their order. */
    Collection<List<ObservedCall>> lists() {
        Map<String, List<ObservedCall>> lists = new LinkedHashMap<>();
        calls.stream().filter(ObservedCall::isList).forEach(page -> lists.computeIfAbsent(
                        page.list(), list -> new ArrayList<>())
                .add(page));
        return lists.values();
    }

    /** Every call of a kind has to fulfil it; none of the kind says nothing. */
    Outcome every(String sentence, Predicate<ObservedCall> kind, Predicate<ObservedCall> holds) {
        List<ObservedCall> all = calls.stream().filter(kind).toList();
        List<List<ObservedCall>> offending =
                all.stream().filter(holds.negate()).map(List::of).toList();
        return Outcome.failedWhere(sentence, offending).orElse(all.isEmpty() ? Outcome.UNTOUCHED : Outcome.PASSED);
    }
}
