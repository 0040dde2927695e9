package io.alignemulator.resource.represent;

import io.alignemulator.access.Access.Places;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.query.Filter;
import io.alignemulator.query.Lookup;
import io.alignemulator.query.OrderBy;
import io.alignemulator.query.Property;
import io.alignemulator.query.Range;
import io.alignemulator.query.TextPart;
import io.alignemulator.resource.address.Selector;
import io.alignemulator.resource.call.Content;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.RuledFields;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.IndexKey;
import io.alignemulator.world.Row;
import io.alignemulator.world.Table;
import io.alignemulator.world.memo.Order;
import io.alignemulator.world.memo.TextSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The list of every resource. Rows come by ascending id from the whole table or, when the filter pins an indexed field, from its index; each is asked whether the caller may
 * see it and whether the filter takes it; skip and top count what is left. With an explicit order few rows are read and sorted; of many the table remembers the order, and they
 * are read in it until the page is full.
 */
public final class Lists {

    /** So many rows are sorted for each call; more are looked at in an order that the table remembers. */
    private static final int FEW = 1_000;

    /** Rows that are looked at before it seems that hardly any is wanted, and an order is asked where those stand. */
    private static final int TRIED = 4_096;

    /** Of so many rows one may stand there; with more of them the rest of the table is looked through as fast. */
    private static final int SELECTIVE = 8;

    private static final @Nullable Object[] NO_KEYS = {};

    private final Context context;
    private final Resource resource;
    private final Selector selector;
    private final Table table;

    public Lists(Context context, Resource resource, Selector selector) {
        this.context = context;
        this.resource = resource;
        this.selector = selector;
        this.table = context.world().table(resource);
    }

    public Content answer(ListOptions options) {
        List<Row> rows = rows(options);
        context.trace().listed(ids(rows));
        return new Representation(context, resource).list(rows, options.view());
    }

    private static List<Long> ids(List<Row> rows) {
        Long[] ids = new Long[rows.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = rows.get(i).id();
        }
        return List.of(ids);
    }

    private List<Row> rows(ListOptions options) {
        if (options.order().isPresent() || shuffled()) {
            return ordered(options);
        }
        return isEveryRow(options)
                ? table.page(options.paging().skip(), options.paging().top())
                : page(candidates(options), options);
    }

    private boolean isEveryRow(ListOptions options) {
        return options.filter().isEmpty()
                && options.id().isEmpty()
                && selector.isEmpty()
                && context.access().seesAll(resource);
    }

    private List<Row> ordered(ListOptions options) {
        Candidates candidates = candidates(options);
        if (candidates.atMost() > FEW && options.order().isPresent() && !shuffled()) {
            return inOrder(options, options.order().get());
        }
        List<Keyed> all = new ArrayList<>();
        Predicate<Row> wanted = wanted(candidates.visible(), options);
        candidates.rows().forEach(row -> {
            if (wanted.test(row)) {
                all.add(new Keyed(
                        row, options.order().map(order -> order.keys(row)).orElse(NO_KEYS)));
            }
        });
        Comparator<Keyed> ties = shuffled()
                ? Comparator.comparingLong(each -> scattered(each.row()))
                : Comparator.comparingLong(each -> each.row().id());
        all.sort(options.order()
                .map(this::comparator)
                .map(each -> each.thenComparing(ties))
                .orElse(ties));
        int from = (int) Math.min(options.paging().skip(), all.size());
        return all.subList(from, Math.min(all.size(), from + options.paging().top())).stream()
                .map(Keyed::row)
                .toList();
    }

    /** A row with what it is sorted by, which is taken out of it once. */
    private record Keyed(Row row, @Nullable Object[] keys) {}

    private Comparator<Keyed> comparator(OrderBy order) {
        return (one, other) -> {
            context.work().add(1);
            return order.compare(one.keys(), other.keys());
        };
    }

    /** From the rows in that order, which the table remembers, until the page is full. Counts as much whether they are remembered or not. */
    private List<Row> inOrder(ListOptions options, OrderBy order) {
        context.work().add(table.size());
        List<Row> rows = table.rows(remembered(order));
        return isEveryRow(options)
                ? page(rows, options.paging())
                : page(new Candidates(rows, rows.size(), visible()), options);
    }

    private static List<Row> page(List<Row> rows, Paging paging) {
        int from = (int) Math.min(paging.skip(), rows.size());
        return rows.subList(from, Math.min(rows.size(), from + paging.top()));
    }

    private boolean shuffled() {
        return context.settings().get(Settings.SHUFFLE);
    }

    /** The id, well mixed: another order than by id, and the same each time. */
    private static long scattered(Row row) {
        long mixed = row.id() * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }

    private List<Row> page(Candidates candidates, ListOptions options) {
        Predicate<Row> wanted = wanted(candidates.visible(), options);
        List<Row> page = new ArrayList<>();
        long skipped = 0;
        int looked = 0;
        for (Row row : candidates.rows()) {
            if (page.size() == options.paging().top()) {
                break;
            }
            if (++looked == TRIED && candidates.atMost() > 2 * TRIED) {
                Optional<Candidates> fewer =
                        inRange(candidates.atMost(), options).or(() -> holding(candidates.atMost(), options));
                if (fewer.isPresent()) {
                    return page(fewer.get(), options);
                }
            }
            if (wanted.test(row) && skipped++ >= options.paging().skip()) {
                page.add(row);
            }
        }
        return page;
    }

    /** The rows that the filter can take, by an order that the table remembers; empty where it does not say, or they are not few. */
    private Optional<Candidates> inRange(long among, ListOptions options) {
        Optional<Range> range = options.filter().flatMap(Filter::range);
        if (range.isEmpty()) {
            return Optional.empty();
        }
        context.work().add(table.size());
        List<Row> within = range.get().of(table.rows(remembered(range.get().order())));
        if (within.size() > Math.min(among, table.size()) / SELECTIVE) {
            return Optional.empty();
        }
        List<Row> byId = new ArrayList<>(within);
        byId.sort(Comparator.comparingLong(Row::id));
        return Optional.of(new Candidates(byId, Math.min(byId.size(), TRIED), visible()));
    }

    /** The rows with a part of a text that the filter demands, by the texts that the table remembers; empty where it demands none, or they are not few. */
    private Optional<Candidates> holding(long among, ListOptions options) {
        Optional<TextPart> part = options.filter().flatMap(Filter::textPart);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        context.work().add(table.size());
        TextSource<Row> source =
                new TextSource<>(remembered(part.get().name()), part.get().text()::apply, Row::id);
        int most = (int) Math.min(among, table.size()) / SELECTIVE;
        return table.holding(source, part.get().part(), most)
                .map(rows -> new Candidates(rows, Math.min(rows.size(), TRIED), visible()));
    }

    private Order<Row> remembered(OrderBy order) {
        return new Order<>(remembered(order.name()), order::keys, order::compare, Row::id);
    }

    /** The name under which the table remembers something: sites that read fields otherwise share it. */
    private String remembered(String name) {
        List<Field> off = RuledFields.off(context.settings(), table.resource());
        return off.isEmpty()
                ? name
                : name + " without " + off.stream().map(Field::name).toList();
    }

    private Predicate<Row> wanted(Predicate<Row> visible, ListOptions options) {
        return options.filter().isEmpty()
                ? visible
                : visible.and(row -> options.filter().get().test(row, context.work()));
    }

    /**
     * Rows among which those are that a list wants.
     *
     * @param atMost how many there are; each may count several times
     * @param visible which of them the caller may see here
     */
    private record Candidates(Iterable<Row> rows, long atMost, Predicate<Row> visible) {}

    /** The shortest way to all rows that may be wanted: an id, the index that the filter pins, the indexes of the places that the caller reaches, or every row. */
    private Candidates candidates(ListOptions options) {
        if (options.id().isPresent()) {
            return new Candidates(table.get(options.id().getAsLong()).stream().toList(), 1, visible());
        }
        Optional<List<IndexKey>> filter =
                options.filter().flatMap(each -> each.lookup(this::isIndexed)).map(this::keys);
        Optional<Places> places = context.access().places(resource);
        long found = filter.map(table::countAny).orElse((long) table.size());
        long reached = places.map(each -> table.countAny(each.keys())).orElse((long) table.size());
        if (filter.isPresent() && (places.isEmpty() || found <= reached)) {
            return new Candidates(table.findAny(filter.get()), found, visible());
        }
        return places.map(
                        each -> new Candidates(table.findAny(each.keys()), reached, each.exact() ? here() : visible()))
                .orElseGet(() -> new Candidates(table.rows(), table.size(), visible()));
    }

    private Predicate<Row> here() {
        return selector.isEmpty() ? row -> true : selector::matches;
    }

    /** Who sees all is asked once, and each row counts as a step all the same. */
    private Predicate<Row> visible() {
        Predicate<Row> seen = context.access().seesAll(resource) ? this::counted : this::sees;
        return selector.isEmpty() ? seen : here().and(seen);
    }

    private boolean counted(Row row) {
        context.work().add(1);
        return true;
    }

    private boolean sees(Row row) {
        return counted(row) && context.sees(row);
    }

    private boolean isIndexed(Property property) {
        return property.name().equals("id") || table.isIndexed(property.name());
    }

    private List<IndexKey> keys(Lookup lookup) {
        if (lookup instanceof Lookup.Equal equal) {
            return List.of(new IndexKey(equal.property().name(), equal.value()));
        }
        if (lookup instanceof Lookup.AnyOf any) {
            return any.alternatives().stream()
                    .flatMap(each -> keys(each).stream())
                    .toList();
        }
        return ((Lookup.Both) lookup)
                .demands().stream()
                        .map(this::keys)
                        .min(Comparator.comparingLong(table::countAny))
                        .orElseThrow();
    }
}
