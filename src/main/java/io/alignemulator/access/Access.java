package io.alignemulator.access;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;

/**
 * The one place where it is decided what a caller may do. Every verb asks it, so that roles and memberships have a single place to live; for now every signed-in user may do
 * everything, which is what {@code docs/fidelity.md} says too.
 */
public final class Access {

    private Access() {}

    /** Whether the caller may use the verb on the resource at all. */
    public static Decision page(World world, Caller caller, Resource resource, Verb verb) {
        return Decision.ALLOWED;
    }

    /** Whether the caller may see the record. */
    public static Decision record(World world, Caller caller, Row row) {
        return Decision.ALLOWED;
    }

    /** Whether the caller sees every record, so that lists need not ask for each. */
    public static boolean seesEverything(World world, Caller caller) {
        return true;
    }
}
