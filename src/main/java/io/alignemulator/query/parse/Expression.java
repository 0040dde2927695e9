package io.alignemulator.query.parse;

import io.alignemulator.query.value.ValueType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The syntax tree of a filter: what was written, before names and types are looked up. */
public sealed interface Expression {
    /** A literal; {@code text} is its spelling. */
    record Literal(ValueType type, Object value, String text) implements Expression {}

    record Null() implements Expression {}

    /** {@code @p}, whose value another parameter of the call gives; the name has its sign. */
    record Alias(String name) implements Expression {}

    /** {@code a/b/c}, from the record, from a variable or from the value of an expression. */
    record Path(@Nullable Expression start, List<String> names) implements Expression {}

    /** {@code list/$count}. */
    record Count(Expression list) implements Expression {}

    /** The name of a type, as in {@code cast(id,Edm.String)}. */
    record TypeName(String name) implements Expression {}

    record Call(String function, List<Expression> arguments) implements Expression {}

    record Binary(BinaryOperator operator, Expression left, Expression right) implements Expression {}

    record Not(Expression term) implements Expression {}

    record Negate(Expression term) implements Expression {}

    /** {@code value in (a,b)}, or in a property that is a list: then {@code list} is there. */
    record In(
            Expression value,
            List<Expression> items,
            @Nullable Expression list) implements Expression {}

    /** A whole chain of {@code and}: long chains must not become deep trees. */
    record And(List<Expression> terms) implements Expression {}

    /** A whole chain of {@code or}. */
    record Or(List<Expression> terms) implements Expression {}

    /** {@code collection/any(variable: body)}, {@code collection/all(variable: body)}, or either without a body. */
    record Quantified(
            Expression collection, boolean all, @Nullable Lambda lambda) implements Expression {
        public Optional<Lambda> body() {
            return Optional.ofNullable(lambda);
        }
    }

    record Lambda(String variable, Expression body) {}
}
