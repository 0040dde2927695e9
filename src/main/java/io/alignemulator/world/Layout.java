package io.alignemulator.world;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Derived;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Field.Trait;
import io.alignemulator.catalogue.Reference;
import io.alignemulator.catalogue.Reference.Target;
import io.alignemulator.catalogue.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What follows from the catalogue for the shape of a world: which paths are indexed, which computed fields hang on which resource. Made once per catalogue. */
final class Layout {

    /**
     * A computed field that a change of another resource's record may touch.
     *
     * @param owner resource of the computed field
     * @param reads what it reads of the other record; a change of anything else does not touch it. Empty where that is not known
     */
    record Dependent(Resource owner, Field field, Derived derived, List<Field> reads) {}

    /** What follows for one resource. */
    private static final class Part {

        private final Set<String> indexed = new TreeSet<>();
        private final List<Dependent> dependents = new ArrayList<>();
        private List<Field> computed = List.of();
        private List<Resource> sequence = List.of();
    }

    private final Catalogue catalogue;

    /** By the ordinal of the resource. */
    private final List<Part> parts;

    private Layout(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.parts =
                Stream.generate(Part::new).limit(catalogue.resources().size()).toList();
    }

    static Layout of(Catalogue catalogue) {
        Layout layout = new Layout(catalogue);
        catalogue.resources().forEach(layout::add);
        return layout;
    }

    private Part part(Resource resource) {
        return parts.get(resource.ordinal());
    }

    private void add(Resource resource) {
        part(resource).sequence = catalogue.resources().stream()
                .filter(each -> each.idSequence().equals(resource.idSequence()))
                .toList();
        if (!resource.recordsOf().equals(resource.name())) {
            return;
        }
        part(resource).computed = inOrder(resource);
        for (Field field : resource.fields()) {
            if (field.is(Trait.INDEX) || field.is(Trait.UNIQUE)) {
                index(resource, field.name());
            }
            field.reference().ifPresent(reference -> reference.targets().forEach(this::index));
            field.derived().ifPresent(derived -> add(resource, field, derived));
        }
        resource.scope().everyField().stream()
                .filter(path -> !path.equals("id"))
                .forEach(path -> index(resource, path));
    }

    /** Counts come last: they count arrays that are computed themselves. */
    private static List<Field> inOrder(Resource resource) {
        return resource.fields().stream()
                .filter(field -> field.derived().isPresent())
                .sorted((one, other) -> Boolean.compare(isCount(one), isCount(other)))
                .toList();
    }

    private static boolean isCount(Field field) {
        return field.derived().orElseThrow() instanceof Derived.Count;
    }

    private void index(Target target) {
        if (!target.path().equals("id")) {
            index(catalogue.resource(target.resource()), target.path());
        }
    }

    private void index(Resource resource, String path) {
        part(resource).indexed.add(path);
    }

    private void add(Resource owner, Field field, Derived derived) {
        String source = "";
        if (derived instanceof Derived.Reverse reverse) {
            source = reverse.resource();
        } else if (derived instanceof Derived.Echo echo) {
            source = echoed(owner, echo);
            index(owner, echo.reference());
        } else if (derived instanceof Derived.Computed computed) {
            source = computed.source();
            computed.follows().ifPresent(path -> index(owner, path));
        }
        if (!source.isEmpty()) {
            Resource other = catalogue.resource(source);
            List<Field> reads =
                    reads(other, field, derived).stream().map(other::field).toList();
            part(other).dependents.add(new Dependent(owner, field, derived, reads));
        }
    }

    private static Set<String> reads(Resource other, Field field, Derived derived) {
        if (derived instanceof Derived.Echo echo) {
            return Set.of(echo.target());
        }
        if (!(derived instanceof Derived.Computed computed) || computed.over().isEmpty()) {
            return Set.of();
        }
        Field over = other.field(computed.over().get());
        Set<String> reads = new TreeSet<>(Set.of(over.name()));
        over.reference().flatMap(Reference::chosenBy).ifPresent(chosen -> reads.add(chosen.field()));
        reads.addAll(computed.parameters().getOrDefault("of", List.of()));
        reads.addAll(computed.parameters().getOrDefault("where", List.of()));
        field.type().model().ifPresent(model -> model.fields().forEach(each -> reads.add(each.name())));
        return Set.copyOf(reads);
    }

    private static String echoed(Resource owner, Derived.Echo echo) {
        return owner.field(echo.reference())
                .reference()
                .orElseThrow()
                .targets()
                .get(0)
                .resource();
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Set<String> indexed(Resource resource) {
        return part(resource).indexed;
    }

    List<Dependent> dependents(Resource resource) {
        return part(resource).dependents;
    }

    /** The computed fields of a resource in an order in which each follows those that it reads. */
    List<Field> computed(Resource resource) {
        return part(resource).computed;
    }

    /** The resource whose table holds the records. */
    Resource records(Resource resource) {
        return resource.recordsOf().equals(resource.name()) ? resource : catalogue.resource(resource.recordsOf());
    }

    /** The resources that share a sequence of ids. */
    List<Resource> sequence(Resource resource) {
        return part(resource).sequence;
    }
}
