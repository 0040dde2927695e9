package io.alignemulator.console.view;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The hierarchy of work: which records hang on which, by the fields of the catalogue that say so. */
public final class Tree {

    /** The levels below which records hang. */
    public static final List<String> LEVELS = List.of("Theme", "Epic", "Capability", "Feature", "Story");

    private static final List<Edge> EDGES = List.of(
            new Edge("Theme", "Epic", "themeId"),
            new Edge("Epic", "Capability", "parentId"),
            new Edge("Epic", "Feature", "parentId"),
            new Edge("Capability", "Feature", "parentId"),
            new Edge("Feature", "Story", "featureId"),
            new Edge("Story", "Task", "storyId"),
            new Edge("Story", "Defect", "storyId"));

    /** Records of one resource name those that they hang on in a field. */
    public record Edge(String above, String below, String field) {}

    private Tree() {}

    /** What may hang on records of a resource. */
    public static List<Edge> below(String resource) {
        return EDGES.stream().filter(each -> each.above().equals(resource)).toList();
    }

    /** The fields by which a record hangs on another. */
    public static List<Edge> above(String resource) {
        return EDGES.stream().filter(each -> each.below().equals(resource)).toList();
    }

    /** The records that hang on this one, seen or not, by resource and id. */
    public static Stream<Row> children(World world, Row row) {
        return below(row.resource().name()).stream()
                .flatMap(edge -> world.naming(row, edge.below(), edge.field()).stream());
    }

    /** The record on which this one hangs. */
    public static Optional<Row> parent(World world, Row row) {
        return above(row.resource().name()).stream()
                .map(Edge::field)
                .distinct()
                .flatMap(field -> {
                    Object value = row.get(field);
                    return value == null
                            ? Stream.empty()
                            : row
                                    .resource()
                                    .field(field)
                                    .reference()
                                    .flatMap(each -> world.resolve(each, value, row))
                                    .stream();
                })
                .findFirst();
    }

    /** Whether a record of a resource hangs on nothing although it could. */
    public static Predicate<Row> loose(World world, Resource resource) {
        List<Field> fields = above(resource.name()).stream()
                .map(Edge::field)
                .distinct()
                .map(resource::field)
                .toList();
        return row -> {
            for (Field field : fields) {
                if (hangs(world, row, field)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static boolean hangs(World world, Row row, Field field) {
        Object value = row.get(field);
        return value != null
                && field.reference()
                        .filter(each -> world.resolve(each, value, row).isPresent())
                        .isPresent();
    }

    /** The records above this one, the highest first. */
    public static List<Row> ancestors(World world, Row row) {
        Deque<Row> above = new ArrayDeque<>();
        Set<Row> met = new HashSet<>(Set.of(row));
        Optional<Row> next = parent(world, row);
        while (next.isPresent() && met.add(next.get())) {
            above.addFirst(next.get());
            next = parent(world, next.get());
        }
        return List.copyOf(above);
    }
}
