package io.alignemulator.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.alignemulator.query.EntityType;
import io.alignemulator.query.Filter;
import io.alignemulator.query.QueryDialect;
import io.alignemulator.query.value.ValueType;
import io.alignemulator.rules.Rule;
import io.alignemulator.values.Collation;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One idea of equal text for filters, indexes and order. */
@Rule("FILT-12")
class CollationTest {

    private static final EntityType SHAPE = name -> Optional.of(
            io.alignemulator.query.Property.scalar(name, ValueType.TEXT, record -> ((Row) record).get("key")));

    @ParameterizedTest
    @CsvSource({"ABC, abc", "Ünal, ünal", "ΣΑΣ, σας", "İ, i̇", "K, k", "a1-_, a1-_"})
    void textsThatDifferInCaseOnlyFoldAlike(String left, String right) {
        assertEquals(left.equalsIgnoreCase(right), Collation.fold(left).equals(Collation.fold(right)));
    }

    @Test
    void lowerCaseTextIsItsOwnFold() {
        String text = "already lower 123";
        assertSame(text, Collation.fold(text));
    }

    @Property
    void aWholeFoldsAsItsPartsDo(@ForAll String left, @ForAll String right) {
        boolean splitsALetter = !left.isEmpty() && Character.isHighSurrogate(left.charAt(left.length() - 1));
        if (!splitsALetter) {
            assertEquals(Collation.fold(left) + Collation.fold(right), Collation.fold(left + right));
        }
        assertEquals(Collation.fold(left), Collation.fold(Collation.fold(left)));
    }

    @Property
    void orderAgreesWithEquality(
            @ForAll @StringLength(max = 3) String left, @ForAll @StringLength(max = 3) String right) {
        assertEquals(Collation.fold(left).equals(Collation.fold(right)), Collation.ORDER.compare(left, right) == 0);
        assertEquals(
                Integer.signum(Collation.ORDER.compare(left, right)),
                -Integer.signum(Collation.ORDER.compare(right, left)));
    }

    @Property
    void aFilterAndAnIndexFindTheSameRows(
            @ForAll
                    @CharRange(from = 'a', to = 'c')
                    @CharRange(from = 'A', to = 'C')
                    @CharRange(from = 'ß', to = 'é')
                    @StringLength(max = 2)
                    String held,
            @ForAll
                    @CharRange(from = 'a', to = 'c')
                    @CharRange(from = 'A', to = 'C')
                    @CharRange(from = 'É', to = 'ß')
                    @StringLength(max = 2)
                    String asked) {
        Row row = Rows.row("CustomFieldDefinition", 1, "key", held);
        Filter filter = Filter.parse("key eq '" + asked + "'", SHAPE, QueryDialect.DEFAULT);
        assertEquals(
                filter.test(row), Rows.seed(row).table("CustomFieldDefinition").holds("key", asked));
    }
}
