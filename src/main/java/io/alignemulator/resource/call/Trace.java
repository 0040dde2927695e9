package io.alignemulator.resource.call;

import io.alignemulator.rules.RuleId;
import io.alignemulator.world.RowChange;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * What is worth telling about one call: which rules acted on it, which of them a client should hear of although the call went well, and which fields were sent in vain. For
 * one thread.
 */
public final class Trace {

    // each one that cannot be changed while it is empty: most calls have nothing to tell
    private Set<String> rules = Set.of();
    private Set<String> ignored = Set.of();
    private Set<String> notes = Set.of();
    private List<Long> listed = List.of();
    private boolean momentary = false;
    private Supplier<List<RowChange>> changes = List::of;

    /** Notes that a rule had a say in the answer. */
    public void rule(RuleId rule) {
        rules = and(rules, Set.of(rule.id()));
    }

    private static Set<String> and(Set<String> told, Set<String> more) {
        if (more.isEmpty()) {
            return told;
        }
        Set<String> all = told.isEmpty() ? new TreeSet<>() : told;
        all.addAll(more);
        return all;
    }

    /** Notes a field that was sent and does nothing, by its JSON pointer. */
    public void ignored(String pointer, RuleId rule) {
        ignored = and(ignored, Set.of(pointer));
        rule(rule);
    }

    /** Notes a rule that was followed and may surprise: what was sent is read more leniently, or otherwise, than it looks. */
    public void note(RuleId rule) {
        notes = and(notes, Set.of(rule.id()));
        rule(rule);
    }

    /** Notes the records of a list by their ids. */
    public void listed(List<Long> ids) {
        listed = ids;
    }

    /** Notes that the answer says what holds at this moment by the clock, and another one a moment later. */
    void momentary() {
        momentary = true;
    }

    /** Whether the answer hangs on the clock. */
    boolean isMomentary() {
        return momentary;
    }

    /** Notes all that another call told of the same question. */
    void again(Trace other) {
        rules = and(rules, other.rules);
        ignored = and(ignored, other.ignored);
        notes = and(notes, other.notes);
        listed = other.listed;
    }

    /** Notes how to find out what the call changed, which few ask; said again by a write that is made again. */
    public void wrote(Supplier<List<RowChange>> changed) {
        changes = changed;
    }

    /** What the call changed, the record itself and what was carried along; compared anew each time. */
    public List<RowChange> changes() {
        return changes.get();
    }

    /** Ids of the records of a list, in their order. */
    public List<Long> listed() {
        return listed;
    }

    /** Ids of the rules that may surprise, in their order. */
    public Set<String> notes() {
        return Collections.unmodifiableSet(notes);
    }

    /** Ids of the rules that had a say. */
    public Set<String> rules() {
        return Collections.unmodifiableSet(rules);
    }

    public Set<String> ignored() {
        return Collections.unmodifiableSet(ignored);
    }
}
