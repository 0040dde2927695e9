package io.alignemulator.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row holds what it was given, however many fields it has and however few of them hold something. */
class RowTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 127, 128, 129, 200})
    void everyValueIsFoundAndReplaced(int count) {
        Resource resource = wide(count);
        Random random = new Random(count);
        for (int round = 0; round < 20; round++) {
            Object[] values = new Object[count];
            for (int i = 0; i < count; i++) {
                values[i] = random.nextInt(4) < round % 5 ? (Object) random.nextLong() : null;
            }
            values[0] = 7L;
            Row row = Row.of(resource, values);
            assertArrayEquals(values, row.copyOfValues());
            assertEquals(7, row.id());
            Field field = resource.fields().get(random.nextInt(count));
            assertEquals(values[field.position()], row.get(field));
            assertSame(row, row.with(field, values[field.position()]));
            for (Object value : new Object[] {"new", null}) {
                Object[] changed = values.clone();
                changed[field.position()] = value;
                Row with = row.with(field, value);
                assertArrayEquals(changed, with.copyOfValues());
                assertEquals(Row.of(resource, changed), with);
                assertEquals(Row.of(resource, changed).hashCode(), with.hashCode());
                if (values[field.position()] != value) {
                    assertNotEquals(row, with);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64, 128, 129})
    void whatIsComputedOneAfterTheOtherIsARowInTheEnd(int count) {
        Resource resource = wide(count);
        Object[] values = new Object[count];
        values[0] = 7L;
        Row row = Row.of(resource, values);
        Row.Draft draft = row.draft();
        assertSame(row, draft.finished());
        Field last = resource.fields().get(count - 1);
        draft.set(last, 9L);
        assertEquals(9L, draft.shown().get(last));
        assertEquals(row.with(last, 9L), draft.finished());
        assertEquals(values[count - 1], row.get(last));
    }

    @Test
    void aRowWeighsWhatItsTextsAndItsHeldFieldsTake() {
        Row region = Rows.row("Region", 1, "name", "North");
        int weight = region.weight();
        assertTrue(weight > 0);
        assertEquals(
                weight + 100,
                Rows.with(region, "name", "North" + "x".repeat(100)).weight());
        assertEquals(weight + Long.BYTES + 2, Rows.with(region, "code", "no").weight());
        assertEquals(weight + Long.BYTES, Rows.with(region, "code", 7L).weight());
    }

    @Test
    void aRowOfAnotherNumberOfValuesIsRefused() {
        Resource region = Rows.CATALOGUE.resource("Region");
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Row.of(region, new Object[] {1L}));
        assertEquals("Region has " + region.fields().size() + " fields, not 1", refusal.getMessage());
    }

    @Test
    void aRowIsToldByItsResourceAndItsId() {
        assertEquals("Region/7", Rows.row("Region", 7).toString());
    }

    @Test
    void rowsOfTwoResourcesDifferWhateverTheyHold() {
        Resource region = wide(3);
        Resource city = Rows.withFields(Rows.CATALOGUE.resource("City"), region.fields());
        Object[] values = {7L, null, "x"};
        assertEquals(Row.of(region, values), Row.of(region, values));
        assertNotEquals(Row.of(region, values), Row.of(city, values));
        assertNotEquals(Row.of(region, values), Row.of(region, new Object[] {7L, "x", null}));
        assertNotEquals(Row.of(region, values), null);
    }

    /** A resource of so many fields. */
    private static Resource wide(int count) {
        Resource region = Rows.CATALOGUE.resource("Region");
        Field field = region.fields().get(0);
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fields.add(new Field(
                    "field" + i,
                    i,
                    field.type(),
                    true,
                    field.write(),
                    field.traits(),
                    null,
                    List.of(),
                    field.labels(),
                    field.pattern(),
                    field.reference(),
                    field.derived(),
                    field.requiredWhen(),
                    field.computedBy()));
        }
        return Rows.withFields(region, fields);
    }
}
