package io.alignemulator.world;

import io.alignemulator.world.Computation.Call;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scores between 0 and 1, as {@link Computation} computes them. */
final class Scores {

    private static final double FINEST = 1e10;

    private Scores() {}

    /**
     * (latest - begin) / (end - begin), within 0 and 1. {@code of} are the fields of begin and end; {@code measured} is an array with the keys of its elements for the value and its
     * time, {@code instead} the same for what counts while {@code unless}, a flag, is 1. A record for which {@code itself} ({@code field=value}) holds measures the score itself.
     */
    static @Nullable Double progress(Call call) {
        if (Long.valueOf(1).equals(call.row().get(call.text("unless")))) {
            return latest(call.row(), call.texts("instead")).map(Scores::within).orElse(null);
        }
        Optional<Double> latest = latest(call.row(), call.texts("measured"));
        String[] itself = call.text("itself").split("=");
        if (itself[1].equals(String.valueOf(call.row().get(itself[0])))) {
            return latest.map(Scores::within).orElse(null);
        }
        double begin = number(call.row().get(call.of().get(0)));
        double distance = number(call.row().get(call.of().get(1))) - begin;
        return distance == 0
                ? null
                : latest.map(value -> within((value - begin) / distance)).orElse(null);
    }

    /** {@code of} are the fields of the other records with the score and its weight; where nothing has weight, all have the same. */
    static @Nullable Double weightedMean(Call call) {
        List<Row> scored = call.records()
                .filter(each -> each.get(call.of().get(0)) != null)
                .toList();
        double all = scored.stream().mapToDouble(each -> weight(call, each)).sum();
        if (scored.isEmpty()) {
            return null;
        }
        return rounded(scored.stream()
                .mapToDouble(each -> number(each.get(call.of().get(0)))
                        * (all == 0 ? 1.0 / scored.size() : weight(call, each) / all))
                .sum());
    }

    private static double weight(Call call, Row row) {
        return Math.max(0, number(row.get(call.of().get(1))));
    }

    /** The value of the element with the latest time; of several the last. */
    private static Optional<Double> latest(Row row, List<String> keys) {
        Stream<?> elements = row.get(keys.get(0)) instanceof List<?> list ? list.stream() : Stream.empty();
        return elements.filter(Map.class::isInstance)
                .<Map<?, ?>>map(each -> (Map<?, ?>) each)
                .filter(element -> element.get(keys.get(1)) instanceof Number)
                .reduce((one, next) -> time(one, keys.get(2)).isAfter(time(next, keys.get(2))) ? one : next)
                .map(element -> number(Objects.requireNonNull(element.get(keys.get(1)))));
    }

    private static Instant time(Map<?, ?> element, String key) {
        return element.get(key) instanceof Instant instant ? instant : Instant.MIN;
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    private static double within(double score) {
        return rounded(Math.max(0, Math.min(1, score)));
    }

    /** Without the dust of the arithmetic: 0.4, not 0.39999999999999997. */
    private static double rounded(double score) {
        return Math.round(score * FINEST) / FINEST;
    }
}
