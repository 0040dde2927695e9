package io.alignemulator.resource.call;

import io.alignemulator.access.Access;
import io.alignemulator.access.AccessOptions;
import io.alignemulator.access.Caller;
import io.alignemulator.access.Decision;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.settings.LimitSettings;
import io.alignemulator.settings.Settings;
import io.alignemulator.work.Work;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * What a verb works with: the world as it is at that moment, and who asks.
 *
 * @param access what the caller may do in that world
 * @param base address of the API as the client used it, without a slash at the end; start of every {@code self}
 * @param trace what is worth telling about the call
 * @param work counts what it takes
 */
public record Context(
        World world,
        Caller caller,
        Access access,
        Settings settings,
        Instant now,
        String base,
        Trace trace,
        Work work) {

    public static Context of(World world, Caller caller, Settings settings, Instant now, String base, Trace trace) {
        Access access = Access.of(world, caller.user(), AccessOptions.of(settings));
        Work work = Work.upTo(settings.get(LimitSettings.CALL_WORK), () -> false);
        return new Context(world, caller, access, settings, now, base, trace, work);
    }

    /** The time by the site's clock; whoever asks makes an answer that holds at this moment only. */
    @Override
    public Instant now() {
        trace.momentary();
        return now;
    }

    /** The same call, whose work ends when its client has gone. */
    public Context abandonedWhen(BooleanSupplier hasGone) {
        Work watched = Work.upTo(settings.get(LimitSettings.CALL_WORK), hasGone);
        return new Context(world, caller, access, settings, now, base, trace, watched);
    }

    /** The same call, which tells another trace. */
    Context telling(Trace other) {
        return new Context(world, caller, access, settings, now, base, other, work);
    }

    /** The same call against another world: a write is tried again when another one came first. */
    public Context in(World other) {
        if (other.equals(world)) {
            return this;
        }
        Access there = Access.of(other, caller.user(), AccessOptions.of(settings));
        return new Context(other, caller, there, settings, now, base, trace, work);
    }

    /** The same call from its beginning on: what an attempt in vain took does not count. */
    public Context again(World other) {
        Context there = in(other);
        return new Context(there.world, caller, there.access, settings, now, base, trace, work.afresh());
    }

    /** Refuses with 403 when the caller's role lacks the page or the action. */
    public void require(Resource resource, Verb verb) {
        require(access.page(resource, verb));
    }

    /** Refuses what the caller may not do to a record that is there. */
    public void require(Row row, Resource served, Verb verb) {
        Decision decision = access.record(row, verb);
        if (decision.outcome() == Decision.Outcome.OUT_OF_SCOPE) {
            throw ErrorResponse.notFound(served, row.id()).because(decision);
        }
        require(decision);
    }

    /** Refuses with 403 a record that belongs to a page where the caller may not write. */
    public void requirePage(Row row, Verb verb) {
        require(access.page(row, verb));
    }

    /** Refuses with 403 what is not allowed. */
    public static void require(Decision decision) {
        if (!decision.isAllowed()) {
            throw ErrorResponse.forbidden().because(decision);
        }
    }

    /** Whether the caller would get the record by its id. */
    public boolean sees(Row row) {
        return access.sees(row);
    }
}
