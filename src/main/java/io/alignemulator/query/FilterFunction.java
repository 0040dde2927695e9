package io.alignemulator.query;

import io.alignemulator.world.Collation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * A function of a filter.
 *
 * @param word its name, lower case only, as OData's functions are
 * @param body is never called with null: a function of null is null
 */
record FilterFunction(String word, List<ValueType> parameters, ValueType result, Function<List<Object>, Object> body) {

    private static final List<FilterFunction> ALL = List.of(
            relation("contains", String::contains),
            relation("startswith", String::startsWith),
            relation("endswith", String::endsWith),
            conversion("tolower", text -> text.toLowerCase(Locale.ROOT)),
            conversion("toupper", text -> text.toUpperCase(Locale.ROOT)),
            new FilterFunction("length", List.of(ValueType.TEXT), ValueType.NUMBER, arguments ->
                    (long) text(arguments, 0).length()),
            part("year", OffsetDateTime::getYear),
            part("month", OffsetDateTime::getMonthValue),
            part("day", OffsetDateTime::getDayOfMonth),
            part("hour", OffsetDateTime::getHour),
            part("minute", OffsetDateTime::getMinute),
            part("second", OffsetDateTime::getSecond));

    static Optional<FilterFunction> of(String word) {
        return ALL.stream().filter(function -> function.word.equals(word)).findFirst();
    }

    private static FilterFunction relation(String word, BiPredicate<String, String> relation) {
        return new FilterFunction(
                word,
                List.of(ValueType.TEXT, ValueType.TEXT),
                ValueType.BOOLEAN,
                arguments -> relation.test(Collation.fold(text(arguments, 0)), Collation.fold(text(arguments, 1))));
    }

    private static FilterFunction conversion(String word, UnaryOperator<String> conversion) {
        return new FilterFunction(
                word, List.of(ValueType.TEXT), ValueType.TEXT, arguments -> conversion.apply(text(arguments, 0)));
    }

    /** A part of the stored time in UTC; that filters compare days does not touch it. */
    private static FilterFunction part(String word, ToIntFunction<OffsetDateTime> part) {
        return new FilterFunction(word, List.of(ValueType.DATE), ValueType.NUMBER, arguments -> {
            Instant date = (Instant) arguments.get(0);
            return (long) part.applyAsInt(date.atOffset(ZoneOffset.UTC));
        });
    }

    private static String text(List<Object> arguments, int index) {
        return (String) arguments.get(index);
    }
}
