package io.alignemulator.work;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A row of things cut into parts that whoever is idle takes; what comes out has the order of what went in. Nothing is handed to another thread where all fits into one part. */
public final class Batches {

    /** Things that are worth a thread of their own. */
    public static final int MANY = 4_096;

    private final int count;
    private final int size;

    private Batches(int count, int size) {
        this.count = count;
        this.size = size;
    }

    /** Things from {@code from} to before {@code to}. */
    public record Batch(int from, int to) {}

    /**
     * Cuts.
     *
     * @param count of things
     * @param size of a part
     */
    public static Batches of(int count, int size) {
        return new Batches(count, size);
    }

    /** What the parts give, one after the other. An exception of one of them is thrown. */
    public <T> List<T> map(Function<Batch, List<T>> part) {
        if (count == 0) {
            return List.of();
        }
        if (count <= size) {
            return part.apply(new Batch(0, count));
        }
        List<List<T>> parts = IntStream.range(0, (count + size - 1) / size)
                .parallel()
                .mapToObj(i -> part.apply(new Batch(i * size, Math.min(count, (i + 1) * size))))
                .toList();
        List<T> all = new ArrayList<>(count);
        parts.forEach(all::addAll);
        return all;
    }
}
