package io.alignemulator.query.function;

import io.alignemulator.query.function.FilterFunction.Fate;
import io.alignemulator.query.function.Signature.Nulls;
import io.alignemulator.query.value.ValueType;
import io.alignemulator.query.value.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** The functions of times, all in UTC. */
final class TimeFunctions {
    private TimeFunctions() {}

    static List<FilterFunction> times() {
        List<FilterFunction> times = new ArrayList<>();
        times.add(day("year", LocalDate::getYear));
        times.add(day("month", LocalDate::getMonthValue));
        times.add(day("day", LocalDate::getDayOfMonth));
        times.add(clock("hour", LocalTime::getHour));
        times.add(clock("minute", LocalTime::getMinute));
        times.add(clock("second", LocalTime::getSecond));
        times.add(time(
                "fractionalseconds",
                "the part of a second, from 0 to 1",
                "fractionalseconds(createDate) lt 1",
                Signature.of(ValueType.DECIMAL, ValueType.DATE_TIME, a -> fraction(utc(a).toLocalTime())),
                Signature.of(ValueType.DECIMAL, ValueType.TIME, a -> fraction((LocalTime) a))));
        times.add(time(
                "date",
                "the day",
                "date(createDate) ge 2024-03-05",
                Signature.of(ValueType.DATE, ValueType.DATE_TIME, Values::day)));
        times.add(time(
                "time",
                "the time of day",
                "time(createDate) ge 00:00:00",
                Signature.of(ValueType.TIME, ValueType.DATE_TIME, a -> utc(a).toLocalTime())));
        times.add(new FilterFunction(
                "now",
                Fate.ANSWERED,
                Nulls.PROPAGATE,
                List.of(Signature.of(ValueType.DATE_TIME, arguments -> Instant.EPOCH)),
                "the moment of the call, by the clock of the sandbox",
                "now() gt createDate"));
        return times;
    }

    private static FilterFunction day(String name, ToIntFunction<LocalDate> part) {
        Function<Object, Object> body = date -> (long) part.applyAsInt(Values.day(date));
        return time(
                name,
                "the " + name + " of a time or of a day",
                name + "(createDate) gt 0",
                Signature.of(ValueType.INTEGER, ValueType.DATE_TIME, body),
                Signature.of(ValueType.INTEGER, ValueType.DATE, body));
    }

    private static FilterFunction clock(String name, ToIntFunction<LocalTime> part) {
        return time(
                name,
                "the " + name + " of a time or of a time of day",
                name + "(createDate) ge 0",
                Signature.of(ValueType.INTEGER, ValueType.DATE_TIME, a -> (long) part.applyAsInt(utc(a).toLocalTime())),
                Signature.of(ValueType.INTEGER, ValueType.DURATION, a ->
                        (long) part.applyAsInt(LocalTime.MIDNIGHT.plus((Duration) a))),
                Signature.of(ValueType.INTEGER, ValueType.TIME, a -> (long) part.applyAsInt((LocalTime) a)));
    }

    private static FilterFunction time(String name, String about, String example, Signature... signatures) {
        return new FilterFunction(name, Fate.ANSWERED, Nulls.PROPAGATE, Signature.both(signatures), about, example);
    }

    private static OffsetDateTime utc(Object instant) {
        return ((Instant) instant).atOffset(ZoneOffset.UTC);
    }

    private static Number fraction(LocalTime time) {
        return Values.number(time.get(ChronoField.NANO_OF_SECOND) / 1e9);
    }
}
