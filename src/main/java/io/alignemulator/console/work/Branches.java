package io.alignemulator.console.work;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.console.view.Glance;
import io.alignemulator.console.view.Item;
import io.alignemulator.console.view.Links;
import io.alignemulator.console.view.Tree;
import io.alignemulator.console.view.Viewpoint;
import io.alignemulator.world.Row;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Parts of the tree, each made when it is opened. Below a record its children are found by indexes; what hangs on nothing is looked for until a page is full. */
final class Branches {

    static final int SIZE = 50;

    /** What hangs on nothing although it could. */
    static final String LOOSE = "loose";

    private static final Pattern KEY = Pattern.compile("([A-Za-z]+)/([0-9]{1,18})");

    private final Glance glance;
    private final WorkFilter filter;

    Branches(Glance glance) {
        this.glance = glance;
        this.filter = WorkFilter.of(glance);
    }

    /** The highest level; where something is asked for, what nothing of it hangs on is left out. */
    Branch roots() {
        Predicate<Row> wanted = filter.test();
        return page(
                glance.eyes()
                        .all(resource("Theme"))
                        .filter(row -> filter.isEmpty()
                                || Tree.children(glance.world(), row)
                                        .anyMatch(each -> glance.eyes().sees(each) && wanted.test(each))),
                "");
    }

    /** What hangs on a record, or on nothing; empty where the key names none that is seen. */
    Optional<Branch> below(String key) {
        if (key.startsWith(LOOSE + "/")) {
            return Tree.LEVELS.stream()
                    .filter(level -> key.equals(LOOSE + "/" + level))
                    .findFirst()
                    .map(level -> page(loose(level), key));
        }
        return row(key).map(row -> page(
                Tree.children(glance.world(), row).filter(each -> glance.eyes().sees(each)), key));
    }

    private Optional<Row> row(String key) {
        var parts = KEY.matcher(key);
        return parts.matches() && Tree.LEVELS.contains(parts.group(1))
                ? glance.eyes().get(parts.group(1), Long.parseLong(parts.group(2)))
                : Optional.empty();
    }

    private Stream<Row> loose(String level) {
        return glance.eyes()
                .among(
                        resource(level),
                        glance.world().table(resource(level)).rows(),
                        Tree.loose(glance.world(), resource(level)));
    }

    private Branch page(Stream<Row> rows, String key) {
        int page = glance.count("page");
        Predicate<Row> wanted = filter.test();
        Iterator<Row> all = rows.iterator();
        List<Row> found = Viewpoint.page(all, wanted, (long) page * SIZE, SIZE + 1);
        return new Branch(
                found.stream().limit(SIZE).map(this::node).toList(), found.size() > SIZE ? address(key, page + 1) : "");
    }

    /** A record with what is right below it; what is recycled or cancelled there does not count. */
    Node node(Row row) {
        List<Row> children = new ArrayList<>();
        if (Tree.LEVELS.contains(row.resource().name())) {
            Tree.children(glance.world(), row)
                    .filter(glance.eyes()::sees)
                    .filter(filter.test())
                    .forEach(children::add);
        }
        List<Row> counted = children.stream().filter(each -> !Item.isGone(each)).toList();
        String key = row.resource().name() + "/" + row.id();
        return new Node(
                Item.of(row, glance.links()),
                key,
                children.isEmpty() ? "" : address(key, 0),
                (int) counted.stream().filter(Item::isDone).count(),
                counted.size());
    }

    /** Where a branch is fetched. */
    String address(String key, int page) {
        StringBuilder address = new StringBuilder("/work/branch?of=" + Links.encoded(key) + "&page=" + page);
        WorkFilter.PLACES.keySet().stream()
                .sorted()
                .filter(each -> !glance.parameter(each).isEmpty())
                .forEach(each ->
                        address.append('&').append(each).append('=').append(Links.encoded(glance.parameter(each))));
        return glance.links().page(address.toString());
    }

    private Resource resource(String name) {
        return glance.catalogue().resource(name);
    }
}
