package io.alignemulator.sandbox;

import io.alignemulator.rules.Evidence;
import io.alignemulator.rules.RuleBook;
import io.alignemulator.rules.RuleEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Which rules had a say in the calls of a site since its beginning or its last reset: what a client's green test rests on. For any number of threads. */
public final class Reliance {

    private final ConcurrentMap<String, LongAdder> calls = new ConcurrentHashMap<>();

    /**
     * A rule that had a say.
     *
     * @param calls how many it had a say in
     */
    public record Reliant(RuleEntry rule, long calls) {}

    /** Counts the rules of one call. */
    public void count(Set<String> rules) {
        rules.forEach(rule -> calls.computeIfAbsent(rule, id -> new LongAdder()).increment());
    }

    /** Those of them that are assumed of the real server ({@link Evidence#isAssumed}), in the order of their ids. */
    public List<Reliant> assumed() {
        if (calls.isEmpty()) {
            return List.of();
        }
        RuleBook book = RuleBook.load();
        return calls.keySet().stream()
                .sorted()
                .map(book::find)
                .flatMap(Optional::stream)
                .filter(entry -> entry.evidence().isAssumed())
                .flatMap(entry -> reliant(entry))
                .toList();
    }

    private Stream<Reliant> reliant(RuleEntry entry) {
        LongAdder count = calls.get(entry.id());
        return count == null ? Stream.empty() : Stream.of(new Reliant(entry, count.sum()));
    }
}
