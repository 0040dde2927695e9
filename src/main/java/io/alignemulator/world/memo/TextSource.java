package io.alignemulator.world.memo;

import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A text of rows.
 *
 * @param name tells it from other texts of the same rows
 * @param text of a row, folded; null where there is none
 */
public record TextSource<T>(String name, Function<T, @Nullable String> text, ToLongFunction<T> id) {}
