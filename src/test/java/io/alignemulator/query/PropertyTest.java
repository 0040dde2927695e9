package io.alignemulator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.query.value.ValueType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PropertyTest {
    @Test
    void valuesComeInTheNormalFormOfTheirType() {
        assertEquals(5L, read(ValueType.INTEGER, 5));
        assertEquals(5L, read(ValueType.INTEGER, 5.0));
        assertEquals(2.5, read(ValueType.INTEGER, new BigDecimal("2.50")));
        assertEquals("7", read(ValueType.TEXT, 7L));
        assertEquals(Instant.EPOCH, read(ValueType.DATE_TIME, Instant.EPOCH));
    }

    @Test
    void valuesOfAnotherTypeCountAsNull() {
        for (ValueType type : Arrays.asList(ValueType.INTEGER, ValueType.BOOLEAN, ValueType.DATE_TIME)) {
            assertEquals(null, read(type, "text"));
        }
    }

    @Test
    void shapesThatContainEachOtherDoNotTrapEquality() {
        record Node(Property[] next) implements EntityType {
            @Override
            public java.util.Optional<Property> property(String name) {
                return java.util.Optional.of(next[0]);
            }
        }
        Node node = new Node(new Property[1]);
        node.next()[0] = Property.object("next", node, record -> record);
        assertEquals(node.next()[0], node.next()[0]);
        assertEquals("next: OBJECT", node.next()[0].toString());
    }

    @Test
    void aListOfRecordsHasTheShapeOfItsElements() {
        Property teams = Property.objects("teams", Sample.SHAPE, record -> record);
        assertEquals("Collection(Default.Record)", teams.typeName());
        assertEquals(Sample.SHAPE, teams.shape().orElseThrow());
    }

    @Test
    void aListOfScalarsHasTheTypeOfItsElements() {
        Property ids = Property.scalars("ids", ValueType.INTEGER, record -> record);
        assertEquals("Collection(Edm.Int32)", ids.typeName());
        assertEquals(Optional.empty(), ids.shape());
    }

    @Test
    void propertiesOfAnotherNameTypeOrReaderDiffer() {
        Function<Object, Object> reader = record -> record;
        Property id = Property.scalar("id", ValueType.INTEGER, reader);
        assertEquals(Property.scalar("id", ValueType.INTEGER, reader), id);
        assertNotEquals(Property.scalar("ID", ValueType.INTEGER, reader), id);
        assertNotEquals(Property.scalar("id", ValueType.TEXT, reader), id);
        assertNotEquals(Property.scalar("id", ValueType.INTEGER, record -> 1), id);
        assertNotEquals(
                Property.scalars("id", ValueType.INTEGER, reader), Property.scalars("id", ValueType.TEXT, reader));
    }

    @Test
    void scalarPropertiesAreOfScalarType() {
        assertThrows(IllegalArgumentException.class, () -> Property.scalar("x", ValueType.OBJECT, record -> record));
        assertThrows(
                IllegalArgumentException.class, () -> Property.scalars("x", ValueType.COLLECTION, record -> record));
    }

    private static Object read(ValueType type, Object value) {
        return Property.scalar("x", type, record -> value).read("record");
    }
}
