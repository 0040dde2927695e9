package io.alignemulator.console.records;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Reference.Target;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Route;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.console.view.Item;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What the pages about records ask the catalogue. */
final class Kinds {

    private Kinds() {}

    /** The resource that an address of the console names, by its collection or by its name, in any case. */
    static Optional<Resource> find(Catalogue catalogue, String name) {
        return catalogue.resources().stream()
                .filter(each -> each.isServed() && each.recordsOf().equals(each.name()))
                .filter(each ->
                        Item.name(each).equalsIgnoreCase(name) || each.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Where the API has a record, below its base. */
    static String path(Row row) {
        Route route = row.resource().routes().get(0);
        StringBuilder path = new StringBuilder();
        for (String segment : route.segments()) {
            path.append('/')
                    .append(Route.variable(segment)
                            .map(field -> Objects.toString(row.get(field), ""))
                            .orElse(segment));
        }
        return path.append('/').append(row.id()).toString();
    }

    /** Whether a client may do it to records that have an address of their own. */
    static boolean takes(Resource resource, Verb verb) {
        return resource.verbs().contains(verb) && !resource.collection().contains("{");
    }

    /**
     * A field that may name records of a resource.
     *
     * @param owner whose field it is
     * @param path of the field; with a dot where it lies in an object
     * @param by which of the named record's fields it holds: id or uid
     */
    record Pointer(Resource owner, String path, String by) {}

    /** The fields of a catalogue that may name records of the resource. */
    static List<Pointer> pointersTo(Catalogue catalogue, Resource resource) {
        return catalogue.resources().stream()
                .filter(each -> each.recordsOf().equals(each.name()) && each.isServed())
                .flatMap(owner -> owner.fields().stream()
                        .filter(field -> field.isPrinted() && field.derived().isEmpty())
                        .flatMap(field -> pointers(owner, field, field.name(), resource)))
                .toList();
    }

    /** The records that name this one in that field; an id alone is not enough where the field may name records of several resources. */
    static List<Row> naming(World world, Row row, Pointer pointer, Object value) {
        return pointer.by().equals("id") && !pointer.path().contains(".")
                ? world.naming(row, pointer.owner().name(), pointer.path())
                : world.table(pointer.owner()).find(pointer.path(), value);
    }

    private static Stream<Pointer> pointers(Resource owner, Field field, String path, Resource named) {
        Stream<Pointer> here = field.reference().stream()
                .flatMap(reference -> reference.targets().stream())
                .filter(target -> target.resource().equals(named.name()))
                .map(Target::path)
                .filter(by -> by.equals("id") || by.equals("uid"))
                .map(by -> new Pointer(owner, path, by));
        Stream<Pointer> below = path.contains(".")
                ? Stream.empty()
                : field.type().model().stream()
                        .flatMap(model -> model.fields().stream())
                        .flatMap(inner -> pointers(owner, inner, path + "." + inner.name(), named));
        return Stream.concat(here, below);
    }
}
