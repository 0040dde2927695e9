package io.alignemulator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.query.value.QueryException;
import io.alignemulator.rules.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number has the narrowest type that holds it as it is written; the sentences of refusals name it. */
@Rule("FILT-11")
class LiteralTypesTest {
    @ParameterizedTest(name = "{0} is an {1}")
    @CsvSource(delimiter = '|', textBlock = """
            1                              | Edm.Int32
            2147483647                     | Edm.Int32
            -2147483648                    | Edm.Int32
            2147483648                     | Edm.Int64
            -2147483649                    | Edm.Int64
            9223372036854775807            | Edm.Int64
            -9223372036854775808           | Edm.Int64
            9223372036854775808            | Edm.Decimal
            9999999999999999999            | Edm.Decimal
            10000000000000000000           | Edm.Single
            12345678901234567890           | Edm.Decimal
            79228162514264337593543950335  | Edm.Decimal
            79228162514264337593543950336  | Edm.Double
            79228162514264337593543950345  | Edm.Double
            1.0                            | Edm.Single
            0.1                            | Edm.Single
            -2.5                           | Edm.Single
            1.23456789                     | Edm.Double
            0.12345678901234567890         | Edm.Decimal
            1e3                            | Edm.Single
            1.234567891234e3               | Edm.Double
            1e400                          | Edm.Single
            1E000001                       | Edm.Single
            1e000001                       | Edm.Single
            1e0000001                      | Edm.Single
            1e00000001                     | Edm.Double
            1E00000001                     | Edm.Double
            1e999999999                    | Edm.Double
            1L                             | Edm.Int64
            1l                             | Edm.Int64
            1m                             | Edm.Decimal
            1M                             | Edm.Decimal
            1d                             | Edm.Double
            1D                             | Edm.Double
            1f                             | Edm.Single
            1F                             | Edm.Single
            -INF                           | Edm.Double
            NaN                            | Edm.Double
            """)
    void theTypeOfANumberIsTheNarrowestThatHoldsIt(String number, String type) {
        QueryException refusal = assertThrows(
                QueryException.class, () -> Filter.parse("isActive eq " + number, Sample.SHAPE, Sample.DIALECT));
        assertEquals(
                "A binary operator with incompatible types was detected. Found operand types 'Edm.Boolean' and '" + type
                        + "' for operator kind 'Equal'.",
                refusal.reason());
    }
}
