package io.alignemulator.console.view;

import io.alignemulator.access.Authentication;
import io.alignemulator.access.Decision;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.resource.call.Context;
import io.alignemulator.world.Row;
import io.alignemulator.world.Table;
import io.alignemulator.world.World;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Whose eyes see a site: a user's, with what the access room says that the user may see, or nobody's, who see all of it. For one visit.
 *
 * @param context of the user; empty for the whole site, and for a user who cannot sign in
 * @param whole whether nothing is hidden
 */
public record Viewpoint(World world, Optional<Context> context, boolean whole) {

    /** A page does not look at more records only to say how many are seen. */
    private static final int MOST_COUNTED = 2_000;

    /** The whole site. */
    static Viewpoint everything(World world) {
        return new Viewpoint(world, Optional.empty(), true);
    }

    /** What a user sees, who may have been deactivated and then sees nothing. */
    static Viewpoint of(World world, Row user, java.util.function.Function<Row, Context> signedIn) {
        return new Viewpoint(
                world, Optional.of(user).filter(Authentication::isActive).map(signedIn), false);
    }

    /** Whether the list of a resource is open at all, and why not; empty where nobody is signed in. */
    public Optional<Decision> page(Resource resource) {
        return whole
                ? Optional.of(Decision.ALLOWED)
                : context.map(each -> each.access().page(resource, Verb.READ));
    }

    /** Why the list of a resource is closed; empty where it is open. */
    public String refusal(Resource resource) {
        return page(resource)
                .map(each -> each.isAllowed() ? "" : each.reason())
                .orElse("The user is deactivated: every call is answered 401.");
    }

    /** Whether the list of a resource is open. */
    public boolean isOpen(Resource resource) {
        return page(resource).filter(Decision::isAllowed).isPresent();
    }

    /** Whether the record is seen. */
    public boolean sees(Row row) {
        return whole || context.filter(each -> each.sees(row)).isPresent();
    }

    /** The record, if it is there and seen. */
    public Optional<Row> get(String resource, long id) {
        return world.get(resource, id).filter(this::sees);
    }

    /** What of the records is seen, in their order; looked at one after the other as they are asked for. */
    public Stream<Row> seen(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).filter(this::sees);
    }

    /** The records of a resource that are seen, by ascending id; from the places that the user reaches where that is shorter. */
    public Stream<Row> all(Resource resource) {
        if (!isOpen(resource)) {
            return Stream.empty();
        }
        Table table = world.table(resource);
        if (seesAll(resource)) {
            return StreamSupport.stream(table.rows().spliterator(), false);
        }
        return context.flatMap(each -> each.access().places(resource))
                .map(places -> StreamSupport.stream(table.findAny(places.keys()).spliterator(), false)
                        .filter(places.exact() ? row -> true : this::sees))
                .orElseGet(() -> seen(table.rows()));
    }

    /** The records of a resource that are wanted and seen; the wish is asked first, since who may see a record takes longer. */
    public Stream<Row> among(Resource resource, Iterable<Row> rows, Predicate<Row> wanted) {
        return isOpen(resource)
                ? seen(() -> StreamSupport.stream(rows.spliterator(), false)
                        .filter(wanted)
                        .iterator())
                : Stream.empty();
    }

    /** Whether no record of the resource is hidden. */
    public boolean seesAll(Resource resource) {
        return whole || context.filter(each -> each.access().seesAll(resource)).isPresent();
    }

    /** How many records of a resource are seen; where each has to be looked at, among the first so many. */
    public Tally count(Resource resource) {
        if (isOpen(resource) && seesAll(resource)) {
            return new Tally(world.table(resource).size(), true);
        }
        if (!isOpen(resource)) {
            return new Tally(0, true);
        }
        Iterator<Row> rows = candidates(resource);
        long seen = 0;
        for (int looked = 0; looked < MOST_COUNTED && rows.hasNext(); looked++) {
            seen += sees(rows.next()) ? 1 : 0;
        }
        return new Tally(seen, !rows.hasNext());
    }

    private Iterator<Row> candidates(Resource resource) {
        Table table = world.table(resource);
        return context.flatMap(each -> each.access().places(resource))
                .map(places -> table.findAny(places.keys()))
                .orElseGet(table::rows)
                .iterator();
    }

    /** At most so many of the rows that are wanted, after the first. */
    public static List<Row> page(Iterator<Row> rows, Predicate<Row> wanted, long skip, int count) {
        List<Row> page = new java.util.ArrayList<>();
        long skipped = 0;
        while (page.size() < count && rows.hasNext()) {
            Row row = rows.next();
            if (wanted.test(row) && skipped++ >= skip) {
                page.add(row);
            }
        }
        return page;
    }
}
