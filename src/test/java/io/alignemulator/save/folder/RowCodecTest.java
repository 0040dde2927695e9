package io.alignemulator.save.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.FieldType;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.catalogue.Model;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.world.Row;
import io.alignemulator.world.Rows;
import io.alignemulator.world.packed.ByteReader;
import io.alignemulator.world.packed.ByteWriter;
import io.alignemulator.world.packed.ValueCodec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A row comes back as it was, and under another catalogue as far as that has its fields. */
class RowCodecTest {

    private static final Resource EPIC = Rows.CATALOGUE.resource("Epic");

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void everyRowOfEveryResourceComesBackAsItWas(@ForAll Random random) {
        for (Resource resource : Rows.CATALOGUE.resources()) {
            Row row = new RandomRows(random).row(resource, random.nextLong());
            assertArrayEquals(row.copyOfValues(), saved(row, resource).copyOfValues(), () -> "" + row);
        }
    }

    @Property(tries = 200)
    void everyNumberComesBackAndTakesNoMoreBytesThanItNeeds(@ForAll long number) {
        ByteWriter out = new ByteWriter();
        out.number(number);
        assertEquals(number, new ByteReader(out.toBytes()).number());
        int bits = 65 - Long.numberOfLeadingZeros(number < 0 ? ~number : number);
        assertEquals((bits + 6) / 7, out.toBytes().length);
    }

    @Test
    void theBitsOfADecimalComeBack() {
        for (double decimal : new double[] {-0.0, Double.NaN, Double.NEGATIVE_INFINITY, 1e-320}) {
            ByteWriter out = new ByteWriter();
            ValueCodec.write(out, decimal);
            assertEquals(decimal, ValueCodec.read(new ByteReader(out.toBytes())));
        }
    }

    @Test
    void onlyValuesThatARowCanHoldAreWritten() {
        ByteWriter out = new ByteWriter();
        assertThrows(IllegalArgumentException.class, () -> ValueCodec.write(out, 1));
    }

    @Test
    void aFieldThatIsGoneIsLeftOut() {
        Row row = Rows.row("Epic", 7, "title", "t", "description", "d");
        Resource later = with(fields -> fields.stream()
                .filter(field -> !field.name().equals("description"))
                .toList());
        Row read = saved(row, later);
        assertEquals("t", read.get("title"));
        assertEquals(later.fields().size(), read.copyOfValues().length);
    }

    @Test
    void aNewFieldHoldsWhatItHoldsWhenNobodyHasSetIt() {
        Resource earlier = with(fields -> fields.stream()
                .filter(field -> !List.of("title", "featureIds").contains(field.name()))
                .toList());
        Object[] values = earlier.fields().stream().map(Field::unset).toArray();
        values[0] = 7L;
        Row read = saved(Row.of(earlier, values), EPIC);
        assertEquals(7, read.id());
        for (Field field : List.of(EPIC.field("title"), EPIC.field("featureIds"))) {
            assertEquals(field.unset(), read.get(field), field.name());
        }
        assertEquals(List.of(), read.get("featureIds"));
    }

    @Test
    void fieldsInAnotherOrderFindTheirValues() {
        Row row = Rows.row("Epic", 7, "title", "t", "description", "d");
        Resource later = with(fields -> {
            List<Field> reversed = new java.util.ArrayList<>(fields.subList(1, fields.size()));
            java.util.Collections.reverse(reversed);
            reversed.add(0, fields.get(0));
            return reversed;
        });
        Row read = saved(row, later);
        EPIC.fields().forEach(field -> assertEquals(row.get(field), read.get(field.name()), field.name()));
    }

    @Test
    void numbersFollowAFieldThatBecameADecimalOrAnInteger() {
        assertEquals(
                5.0,
                saved(Rows.row("Epic", 7, "title", 5L), retyped("title", Kind.NUMBER))
                        .get("title"));
        assertEquals(
                5L,
                saved(Rows.row("Epic", 7, "title", 5.0), retyped("title", Kind.INTEGER))
                        .get("title"));
        assertEquals(
                5L,
                saved(Rows.row("Epic", 7, "title", 5L), retyped("title", Kind.INTEGER))
                        .get("title"));
    }

    @Test
    void aValueThatTheFieldCanNoLongerHoldCountsAsMissing() {
        for (Object value : List.of(5.5, "5", true, Instant.EPOCH, List.of(5L), Map.of("a", 5L))) {
            Row row = Rows.row("Epic", 7, "title", value);
            Resource later = retyped("title", Kind.INTEGER);
            assertEquals(later.field("title").unset(), saved(row, later).get("title"), () -> "" + value);
        }
        Row lists = Rows.row("Epic", 7, "featureIds", List.of(1L, "x"));
        assertEquals(List.of(), saved(lists, EPIC).get("featureIds"));
    }

    @Test
    void nestedObjectsKeepTheirKeysAndGetTheNewOnesThatHaveADefault() {
        Resource user = Rows.CATALOGUE.resource("User");
        Model before = user.field("teams").type().model().orElseThrow();
        Field flag = Rows.CATALOGUE.resource("User").field("isLocked");
        Field added = named(flag, "isNew", 0, flag.type(), 1L);
        Model after = new Model(
                before.name(),
                java.util.stream.Stream.concat(before.fields().stream(), java.util.stream.Stream.of(added))
                        .toList(),
                before.dynamic());
        Field teams = user.field("teams");
        FieldType type = new FieldType(
                teams.type().kind(), teams.type().format(), teams.type().items(), Optional.of(after));
        Resource later = replaced(user, named(teams, "teams", teams.position(), type, null));
        Map<String, Object> membership = Rows.object("teamId", 3L, "obsolete", "x");
        Row read = saved(Rows.row("User", 1, "teams", List.of(membership)), later);
        assertEquals(List.of(Rows.object("teamId", 3L, "obsolete", "x", "isNew", 1L)), read.get("teams"));
    }

    private static Row saved(Row row, Resource resource) {
        ByteWriter out = new ByteWriter();
        RowCodec.write(out, row);
        ByteReader in = new ByteReader(out.toBytes());
        Row read = RowCodec.read(in, resource);
        assertEquals(out.toBytes().length, in.position());
        return read;
    }

    private static Resource retyped(String name, Kind kind) {
        Field field = EPIC.field(name);
        FieldType type = new FieldType(kind, "", Optional.empty(), Optional.empty());
        return replaced(EPIC, named(field, name, field.position(), type, null));
    }

    private static Resource replaced(Resource resource, Field by) {
        return with(resource, fields -> fields.stream()
                .map(field -> field.name().equals(by.name()) ? by : field)
                .toList());
    }

    private static Resource with(UnaryOperator<List<Field>> change) {
        return with(EPIC, change);
    }

    /** The resource of another version of the catalogue. */
    private static Resource with(Resource of, UnaryOperator<List<Field>> change) {
        List<Field> changed = change.apply(of.fields());
        List<Field> fields = IntStream.range(0, changed.size())
                .mapToObj(i -> named(
                        changed.get(i),
                        changed.get(i).name(),
                        i,
                        changed.get(i).type(),
                        changed.get(i).fallback()))
                .toList();
        return Rows.withFields(of, fields);
    }

    private static Field named(Field of, String name, int position, FieldType type, Object fallback) {
        return new Field(
                name,
                position,
                type,
                of.nullable(),
                of.write(),
                of.traits(),
                fallback,
                of.allowed(),
                of.labels(),
                of.pattern(),
                of.reference(),
                of.derived(),
                of.requiredWhen(),
                of.computedBy());
    }
}
