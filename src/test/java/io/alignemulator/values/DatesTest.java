package io.alignemulator.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.rules.Rule;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules REPR-03, BODY-07: UTC, three fraction digits and Z, or none; input with or without fraction and with an offset. */
@Rule("BODY-07")
class DatesTest {

    @ParameterizedTest
    @CsvSource({
        "2024-05-28T14:44:55.000Z, 2024-05-28T14:44:55Z",
        "2024-05-28T14:44:55.123Z, 2024-05-28T14:44:55.123Z",
        "2024-05-28T14:44:55Z, 2024-05-28T14:44:55Z",
        "2024-05-28T14:44:55, 2024-05-28T14:44:55Z",
        "2024-05-28T14:44:55.123, 2024-05-28T14:44:55.123Z",
        "2024-05-28T14:44Z, 2024-05-28T14:44:00Z",
        "2024-05-28T14:44, 2024-05-28T14:44:00Z",
        "2024-05-28, 2024-05-28T00:00:00Z",
        "2024-05-28T14:44:55.1Z, 2024-05-28T14:44:55.100Z",
        "2024-05-28T14:44:55.1234567Z, 2024-05-28T14:44:55.123Z",
        "2024-05-28T14:44:55.999999999Z, 2024-05-28T14:44:55.999Z",
        "1969-12-31T23:59:59.9999Z, 1969-12-31T23:59:59.999Z",
        "2024-05-28T14:44:55+02:00, 2024-05-28T12:44:55Z",
        "2024-05-28T14:44:55.5-05:30, 2024-05-28T20:14:55.500Z",
        "2024-05-28T00:00:00+14:00, 2024-05-27T10:00:00Z",
        "2024-02-29T23:59:59.999Z, 2024-02-29T23:59:59.999Z",
        "0001-01-01T00:00:00.000Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z"
    })
    void readsEveryFormThatClientsSend(String text, Instant instant) {
        assertEquals(Optional.of(instant), Dates.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "today",
                "2024",
                "2024-05",
                "2024-5-28",
                "20240528",
                "28-05-2024",
                "2024-05-28 14:44:55",
                "2024-05-28T",
                "2024-05-28T14",
                "2024-05-28T14:44:55.1234567891Z",
                "2024-05-28t14:44:55z",
                "2024-05-28T14:44:55ZZ",
                " 2024-05-28",
                "2024-05-28 ",
                "2024-05-28T14:44:55+0200",
                "2024-05-28T14:44:55+02",
                "2024-05-28T14:44:55+19:00",
                "2024-02-30",
                "2024-02-30T00:00:00Z",
                "2023-02-29T00:00:00.000Z",
                "2024-04-31T00:00:00.000Z",
                "2024-13-01T00:00:00.000Z",
                "2024-00-10T00:00:00.000Z",
                "2024-05-28T24:00:00.000Z",
                "2024-05-28T24:00:00Z",
                "2024-05-28T23:60:00.000Z",
                "2024-05-28T23:59:60.000Z",
                "2024-05-28T23:59:60Z",
                "0000-01-01T00:00:00.000Z",
                "0000-01-01",
                "-0001-01-01",
                "+10000-01-01",
                "0001-01-01T00:00:00+01:00",
                "9999-12-31T23:59:59-01:00",
                "+999999999-12-31",
                "２０２４-05-28T14:44:55.000Z",
                "2024-05-28T14:44:55.000Z[UTC]",
                "1716907495"
            })
    void refusesWhatIsNoDate(String text) {
        assertEquals(Optional.empty(), Dates.read(text));
    }

    @Property
    void whatIsPrintedIsReadBack(@ForAll("instants") Instant instant) {
        assertEquals(Optional.of(instant), Dates.read(Dates.millis(instant)));
        Instant second = Instant.ofEpochSecond(instant.getEpochSecond());
        assertEquals(Optional.of(second), Dates.read(Dates.seconds(instant)));
        assertEquals(24, Dates.millis(instant).length());
        assertEquals(20, Dates.seconds(instant).length());
    }

    @Property
    void aDayIsReadWheneverItExists(
            @ForAll @IntRange(max = 9999) int year,
            @ForAll @IntRange(max = 14) int month,
            @ForAll @IntRange(max = 33) int day) {
        String text = String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
        Optional<Instant> expected = Optional.empty();
        try {
            expected = Optional.of(Instant.parse(LocalDate.of(year, month, day) + "T00:00:00Z"))
                    .filter(instant -> year > 0);
        } catch (DateTimeException e) {
            assertThrows(DateTimeException.class, () -> LocalDate.parse(text));
        }
        assertEquals(expected, Dates.read(text));
        assertEquals(expected, Dates.read(text + "T00:00:00.000Z"));
        assertEquals(expected, Dates.read(text + "T00:00"));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("0001-01-01T00:00:00Z").toEpochMilli(),
                        Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli())
                .map(Instant::ofEpochMilli);
    }
}
