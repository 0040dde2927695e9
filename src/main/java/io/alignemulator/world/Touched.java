package io.alignemulator.world;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows stored or dropped since a mark, the latest in front. Immutable. Without a mark nothing is remembered: a world that nobody saves would grow with every write. */
final class Touched {

    static final Touched UNMARKED = new Touched(null, null);

    private static final Touched MARK = new Touched(null, null);

    private final @Nullable RowKey latest;
    private final @Nullable Touched earlier;

    private Touched(@Nullable RowKey latest, @Nullable Touched earlier) {
        this.latest = latest;
        this.earlier = earlier;
    }

    static Touched mark() {
        return MARK;
    }

    Touched and(Row row) {
        return this == UNMARKED ? this : new Touched(RowKey.of(row), this);
    }

    Set<RowKey> keys() {
        if (this == UNMARKED) {
            throw new IllegalStateException("the world has no mark since which rows could have been touched");
        }
        Set<RowKey> keys = new LinkedHashSet<>();
        for (Touched each = this; each != MARK; each = Objects.requireNonNull(each.earlier)) {
            keys.add(Objects.requireNonNull(each.latest));
        }
        return keys;
    }
}
