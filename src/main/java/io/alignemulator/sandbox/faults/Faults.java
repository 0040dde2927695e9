package io.alignemulator.sandbox.faults;

import io.alignemulator.catalogue.Json;
import io.alignemulator.sandbox.faults.AnswerEffect.UnauthorizedFromNowOn;
import io.alignemulator.sandbox.faults.FaultException.Mistake;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * The faults of a sandbox, in the order in which they were added. Of the faults that choose a call the first one acts on it. Before that comes a fault that ended the call's
 * credential: what is ended stays so.
 *
 * <p>Each fault counts for itself the calls that meet its verb, path and persona, also those that another fault acts on, from when it was added. So what a fault chooses
 * depends on nothing but its own conditions: the fifth such call is the fifth, whatever other faults do. One lock gives the calls their numbers; a sandbox without faults does
 * not touch it.
 */
public final class Faults {

    static final int MOST = 1_000;

    /**
     * A fault of the list.
     *
     * @param matches calls that met its verb, path and persona
     * @param hits calls that it acted on, among them those whose credential it had ended
     */
    public record Entry(long id, Fault fault, long matches, long hits) {

        /** The fault as it is written in JSON, with {@code id} before it and {@code matches} and {@code hits} behind. */
        public ObjectNode json() {
            ObjectNode json = Json.object().put("id", id);
            json.setAll(fault.json());
            return json.put("matches", matches).put("hits", hits);
        }
    }

    private static final class Counted {
        private final long id;
        private final Fault fault;
        private long matches;
        private long chosen;
        private long hits;
        private final Set<String> ended = new HashSet<>();

        Counted(long id, Fault fault) {
            this.id = id;
            this.fault = fault;
        }

        /** Counts a call that the fault is about; whether it is one to act on. */
        boolean chooses() {
            matches++;
            boolean isChosen = fault.match().selection().chooses(matches, chosen);
            chosen += isChosen ? 1 : 0;
            return isChosen;
        }

        Hit hit(FaultCall call, long number) {
            hits++;
            if (fault.effect() instanceof UnauthorizedFromNowOn && call.userId().isPresent()) {
                ended.add(call.credential());
            }
            return new Hit(id, fault.effect(), number);
        }

        Entry entry() {
            return new Entry(id, fault, matches, hits);
        }
    }

    /** Exchanged as a whole under the lock; its elements change under the lock only. */
    private volatile List<Counted> list = List.of();

    private long lastId;

    /** None. */
    public Faults() {}

    /** Those of a beginning, with nothing counted and nothing ended; none that another one leaves nothing to do. */
    public Faults(List<Fault> faults) {
        list = faults.stream().map(fault -> new Counted(++lastId, fault)).toList();
    }

    /** Whether there are none, so that nothing needs to be known of a call. */
    public boolean isEmpty() {
        return list.isEmpty();
    }

    /**
     * Adds a fault behind the others.
     *
     * @throws FaultException when an earlier fault takes every call that it could be about or has the same matcher, or when there are too many
     */
    public synchronized Entry add(Fault fault) {
        list.stream()
                .filter(earlier -> earlier.fault.match().shadows(fault.match()))
                .findFirst()
                .ifPresent(earlier -> {
                    throw new FaultException(List.of(new Mistake(
                            "/match",
                            fault.match().json().toString(),
                            "leaves nothing to this fault: fault " + earlier.id
                                    + " before it matches every call that this one does; remove that one, or match"
                                    + " other calls")));
                });
        if (list.size() >= MOST) {
            throw new FaultException(
                    List.of(new Mistake("", "", "there are " + MOST + " faults already; remove one first")));
        }
        Counted added = new Counted(++lastId, fault);
        List<Counted> next = new ArrayList<>(list);
        next.add(added);
        list = List.copyOf(next);
        return added.entry();
    }

    /** Removes a fault, and with it what it ended; whether there was one of that id. */
    public synchronized boolean remove(long id) {
        List<Counted> next = list.stream().filter(each -> each.id != id).toList();
        boolean wasThere = next.size() < list.size();
        list = next;
        return wasThere;
    }

    /** Removes all faults; the next one added has the id 1 again. */
    public synchronized void clear() {
        list = List.of();
        lastId = 0;
    }

    /** All faults in their order, with one moment's counts. */
    public synchronized List<Entry> list() {
        return list.stream().map(Counted::entry).toList();
    }

    /** Counts a call, and tells which fault acts on it. Each call is to be told once, when it comes. */
    public Optional<Hit> next(FaultCall call) {
        return list.isEmpty() ? Optional.empty() : count(call);
    }

    private synchronized Optional<Hit> count(FaultCall call) {
        Optional<Hit> hit = list.stream()
                .filter(each -> each.ended.contains(call.credential()))
                .findFirst()
                .map(each -> each.hit(call, 0));
        for (Counted each : list) {
            boolean isChosen = each.fault.match().counts(call) && each.chooses();
            if (isChosen && hit.isEmpty()) {
                hit = Optional.of(each.hit(call, each.matches));
            }
        }
        return hit;
    }
}
