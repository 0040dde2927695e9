package io.alignemulator.sandbox.faults;

import io.alignemulator.protocol.faults.Effect.UnauthorizedFromNowOn;
import io.alignemulator.protocol.faults.Fault;
import io.alignemulator.protocol.faults.FaultInfo;
import io.alignemulator.protocol.json.ControlJson;
import io.alignemulator.protocol.json.Mistake;
import io.alignemulator.wording.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The faults of a sandbox, in the order in which they were added. Of the faults that choose a call the first one acts on it. Before that comes a fault that ended the call's
 * credential: what is ended stays so.
 *
 * <p>Each fault counts for itself the calls that meet its conditions, also those that another fault acts on, from when it was added. So what a fault chooses
 * depends on nothing but its own conditions: the fifth such call is the fifth, whatever other faults do. One lock gives the calls their numbers; a sandbox without faults does
 * not touch it.
 */
public final class Faults {

    static final int MOST = 1_000;
    private static final int MOST_LETTERS = 1_000_000;

    private static final class Counted {
        private final long id;
        private final PreparedFault fault;
        private long matches;
        private long chosen;
        private long hits;
        private int weight;
        private final Set<String> ended = new HashSet<>();

        Counted(long id, PreparedFault fault) {
            this.id = id;
            this.fault = fault;
        }

        /** The characters in which it is written; asked for when one is added. */
        int weight() {
            if (weight == 0) {
                weight = ControlJson.text(fault.fault()).length();
            }
            return weight;
        }

        /** Counts a call that the fault is about; whether it is one to act on. */
        boolean chooses() {
            matches++;
            boolean isChosen = fault.filter().selection().chooses(matches, chosen);
            chosen += isChosen ? 1 : 0;
            return isChosen;
        }

        Hit hit(FaultCall call, long number) {
            hits++;
            if (fault.fault().effect() instanceof UnauthorizedFromNowOn
                    && call.userId().isPresent()) {
                ended.add(call.credential());
            }
            return new Hit(id, fault.fault().effect(), number);
        }

        FaultInfo info() {
            Fault written = fault.fault();
            return new FaultInfo(id, written.match(), written.effect(), written.description(), matches, hits);
        }
    }

    /** Exchanged as a whole under the lock; its elements change under the lock only. */
    private volatile List<Counted> list = List.of();

    private long lastId;

    /** None. */
    public Faults() {}

    /** Those of a beginning, with nothing counted and nothing ended; none that another one leaves nothing to do. */
    public Faults(List<PreparedFault> faults) {
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
    public synchronized FaultInfo add(PreparedFault fault) {
        list.stream()
                .filter(earlier -> earlier.fault.filter().shadows(fault.filter()))
                .findFirst()
                .ifPresent(earlier -> {
                    throw new FaultException(List.of(new Mistake(
                            "/match",
                            fault.fault().match().toString(),
                            Reason.notTaken(
                                    "behind fault " + earlier.id + ", which matches every call that this one does",
                                    "remove that one, or match other calls"))));
                });
        if (list.size() >= MOST) {
            throw new FaultException("there are " + MOST + " faults already; remove one first");
        }
        Counted added = new Counted(lastId + 1, fault);
        if (list.stream().mapToInt(Counted::weight).sum() + added.weight() > MOST_LETTERS) {
            throw new FaultException("with it all faults together would be written in more than " + MOST_LETTERS
                    + " characters; remove one first");
        }
        lastId++;
        List<Counted> next = new ArrayList<>(list);
        next.add(added);
        list = List.copyOf(next);
        return added.info();
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
    public synchronized List<FaultInfo> list() {
        return list.stream().map(Counted::info).toList();
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
            boolean isChosen = each.fault.filter().counts(call) && each.chooses();
            if (isChosen && hit.isEmpty()) {
                hit = Optional.of(each.hit(call, each.matches));
            }
        }
        return hit;
    }
}
