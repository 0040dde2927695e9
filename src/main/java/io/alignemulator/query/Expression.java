package io.alignemulator.query;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The syntax tree of a filter: what was written, before names and types are looked up. */
sealed interface Expression {
    /** A literal; {@code text} is its spelling. */
    record Literal(ValueType type, Object value, String text) implements Expression {}

    record Null() implements Expression {}

    record Path(List<String> names) implements Expression {}

    record Call(String function, List<Expression> arguments) implements Expression {}

    record Comparison(Operator operator, Expression left, Expression right) implements Expression {}

    record Not(Expression term) implements Expression {}

    /** A whole chain of {@code and}: long chains must not become deep trees. */
    record And(List<Expression> terms) implements Expression {}

    /** A whole chain of {@code or}. */
    record Or(List<Expression> terms) implements Expression {}

    /** {@code collection/any(variable: body)}, {@code collection/all(variable: body)}, or {@code collection/any()}. */
    record Quantified(
            Path collection, boolean all, @Nullable Lambda lambda) implements Expression {
        Optional<Lambda> body() {
            return Optional.ofNullable(lambda);
        }
    }

    record Lambda(String variable, Expression body) {}
}
