package io.alignemulator.world;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Field.Trait;
import io.alignemulator.catalogue.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks for what must not be in a world: computed fields that are not true, values twice that are unique, indexes that miss a row, ids ahead of their sequence, references to nothing. */
public final class Integrity {

    /**
     * Something that must not be.
     *
     * @param field empty when it is about the record or the table
     */
    public record Finding(String resource, long id, String field, String sentence) {}

    private final World world;
    private final List<Finding> findings = new ArrayList<>();

    private Integrity(World world) {
        this.world = world;
    }

    /** Everything that is wrong; empty for every world that can be made from outside. Reads every record. */
    public static List<Finding> check(World world) {
        Integrity integrity = new Integrity(world);
        for (Resource resource : world.catalogue().resources()) {
            if (resource.recordsOf().equals(resource.name())) {
                world.table(resource).rows().forEach(integrity::check);
            }
        }
        world.brokenIndexes()
                .forEach(name ->
                        integrity.findings.add(new Finding(name, 0, "", "an index does not find what is there")));
        return integrity.findings;
    }

    private void check(Row row) {
        Resource resource = row.resource();
        if (row.id() >= world.nextId(resource)) {
            add(row, "id", "the id is ahead of its sequence");
        }
        for (Field field : resource.fields()) {
            Object value = row.get(field);
            computed(row, field, value);
            references(row, field, value);
            if (value != null && field.is(Trait.UNIQUE) && world.table(resource).count(field.name(), value) > 1) {
                add(row, field.name(), "another record holds " + value + " too");
            }
            if (value != null && !field.allowed().isEmpty() && !field.allowed().contains(value)) {
                add(row, field.name(), value + " is not one of " + field.allowed());
            }
        }
    }

    private void computed(Row row, Field field, @Nullable Object value) {
        if (field.derived().isPresent() && !field.is(Trait.STORED)) {
            Object anew = Derivations.anew(world, row, field);
            if (!Objects.equals(anew, value)) {
                add(row, field.name(), "holds " + value + ", but " + anew + " follows from the other records");
            }
        }
    }

    private void references(Row row, Field field, @Nullable Object value) {
        field.reference().ifPresent(reference -> {
            for (Object id : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
                if (!reference.none().contains(id)
                        && world.resolve(reference, id, row).isEmpty()) {
                    add(row, field.name(), "names " + id + ", which is not there");
                }
            }
        });
    }

    private void add(Row row, String field, String sentence) {
        findings.add(new Finding(row.resource().name(), row.id(), field, sentence));
    }
}
