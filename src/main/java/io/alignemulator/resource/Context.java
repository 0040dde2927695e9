package io.alignemulator.resource;

import io.alignemulator.access.Access;
import io.alignemulator.access.Caller;
import io.alignemulator.access.Decision;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.time.Instant;

/**
 * What a verb works with: the world as it is at that moment, and who asks.
 *
 * @param base address of the API as the client used it, without a slash at the end; start of every {@code self}
 */
public record Context(World world, Caller caller, Settings settings, Instant now, String base) {

    /** The same call against another world: a write is tried again when another one came first. */
    public Context in(World other) {
        return new Context(other, caller, settings, now, base);
    }

    /** Refuses with 403 when the caller's role lacks the page. */
    void require(Resource resource, Verb verb) {
        if (Access.page(world, caller, resource, verb) == Decision.PAGE_CLOSED) {
            throw Refusal.pageClosed();
        }
    }

    boolean sees(Row row) {
        return Access.record(world, caller, row) == Decision.ALLOWED;
    }
}
