package io.alignemulator.console.records;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Field.Trait;
import io.alignemulator.catalogue.Field.Write;
import io.alignemulator.catalogue.Reference.Target;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.console.records.FieldLine.Option;
import io.alignemulator.console.records.NewView.Input;
import io.alignemulator.console.view.Glance;
import io.alignemulator.console.view.Item;
import io.alignemulator.console.view.Page;
import io.alignemulator.console.view.Shown;
import io.alignemulator.console.view.Tree;
import io.alignemulator.console.view.Visit;
import io.alignemulator.world.Row;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A new record of any resource: what the catalogue requires, what the address gives, and what the record above it holds too. */
public final class NewPage implements Page {

    private static final Set<String> OFFERED = Set.of("title", "name", "description", "state");
    private static final int MOST_OPTIONS = 200;

    @Override
    public Shown show(Glance glance) {
        return Kinds.find(glance.catalogue(), glance.variable("collection"))
                .filter(resource -> Kinds.takes(resource, Verb.CREATE))
                .map(resource -> page(glance, resource))
                .orElseGet(() -> glance.missing("Nothing to make here", "The API makes no records of that kind."));
    }

    private static Shown page(Glance glance, Resource resource) {
        Optional<Row> above = above(glance, resource);
        List<Input> inputs = resource.fields().stream()
                .filter(field -> field.write() != Write.NEVER && !field.is(Trait.HIDDEN))
                .filter(field -> isRequired(field)
                        || OFFERED.contains(field.name())
                        || !glance.parameter(field.name()).isEmpty())
                .map(field -> input(glance, field, above))
                .toList();
        String name = Item.name(resource);
        return Shown.of(
                "new.jte",
                new NewView(
                        glance.frame("New " + resource.name().toLowerCase(Locale.ROOT), "/work"),
                        name,
                        "/" + resource.collection().toLowerCase(Locale.ROOT),
                        glance.links().records(name),
                        inputs,
                        above.map(Item::title).orElse("")));
    }

    private static boolean isRequired(Field field) {
        return field.is(Trait.REQUIRED) || field.is(Trait.REQUIRED_ON_CREATE);
    }

    private static Optional<Row> above(Glance glance, Resource resource) {
        return Tree.above(resource.name()).stream()
                .flatMap(
                        edge -> Visit.number(glance.parameter(edge.field()))
                                .flatMap(id -> glance.eyes().get(edge.above(), id))
                                .stream())
                .findFirst();
    }

    private static Input input(Glance glance, Field field, Optional<Row> above) {
        List<Option> options = options(glance, field);
        return new Input(
                field.name(),
                field.type().kind().name().toLowerCase(Locale.ROOT),
                value(glance, field, above),
                isRequired(field),
                field.name().equals("description"),
                options);
    }

    private static String value(Glance glance, Field field, Optional<Row> above) {
        String given = glance.parameter(field.name());
        if (!given.isEmpty()) {
            return given;
        }
        Object held = above.map(row -> heldAbove(row, field)).orElse(null);
        return text(Objects.requireNonNullElse(held, Objects.requireNonNullElse(field.fallback(), "")));
    }

    /** What the record above holds under the same name, or of the same kind: the program of an epic is that of its stories. */
    private static @Nullable Object heldAbove(Row row, Field field) {
        if (field.reference().isEmpty() || field.name().equals("id")) {
            return null;
        }
        String wanted = target(field);
        return Stream.concat(
                        row.resource().find(field.name()).stream(),
                        row.resource().fields().stream()
                                .filter(other -> other.name().startsWith("primary") || other.is(Trait.REQUIRED)))
                .filter(other -> other.reference().isPresent() && target(other).equals(wanted))
                .map(row::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String target(Field field) {
        return field.reference().map(each -> each.targets().get(0).resource()).orElse("");
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? String.join(", ", list.stream().map(String::valueOf).toList())
                : value.toString();
    }

    /** The values of a closed list, or the records that a reference may name where these are few. */
    private static List<Option> options(Glance glance, Field field) {
        List<Target> targets = field.reference().map(each -> each.targets()).orElse(List.of());
        if (field.isArray() || targets.size() != 1 || !targets.get(0).path().equals("id")) {
            return FieldLines.options(field);
        }
        Resource other = glance.catalogue().resource(targets.get(0).resource());
        if (glance.world().table(other).size() > MOST_OPTIONS) {
            return List.of();
        }
        return glance.eyes()
                .all(other)
                .map(row -> new Option(Long.toString(row.id()), Item.title(row)))
                .toList();
    }
}
