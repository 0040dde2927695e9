package io.alignemulator.query;

import io.alignemulator.values.Collation;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part that a text of every record holds which satisfies a filter. Not each record with the part does, so the filter is still asked.
 *
 * @param name of the property that has the text
 * @param text of a record, folded; null where there is none
 * @param part folded
 */
public record TextPart(String name, Function<Object, @Nullable String> text, String part) {

    /** One that all of a condition demands; the longest, which is in the fewest texts. */
    static Optional<TextPart> find(Operand condition) {
        if (condition instanceof Condition.And and) {
            return and.terms().stream()
                    .map(TextPart::find)
                    .flatMap(Optional::stream)
                    .reduce((one, other) -> one.part().length() >= other.part().length() ? one : other);
        }
        return condition instanceof Condition.TextTest test
                        && test.text() instanceof Operand.Path path
                        && path.isOwn()
                        && !test.part().isEmpty()
                ? Optional.of(new TextPart(path.last().name(), record -> folded(path.from(record)), test.part()))
                : Optional.empty();
    }

    private static @Nullable String folded(@Nullable Object value) {
        return value instanceof String text ? Collation.fold(text) : null;
    }
}
