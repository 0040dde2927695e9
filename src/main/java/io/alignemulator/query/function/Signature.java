package io.alignemulator.query.function;

import io.alignemulator.query.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One way to call a function.
 *
 * @param parameters what it takes
 * @param result the type of what it gives
 * @param body from the arguments to the result; for null arguments see {@link Nulls}
 */
public record Signature(List<Parameter> parameters, ValueType result, Body body) {
    /**
     * One argument.
     *
     * @param nullable whether it takes the literal null; any other value fits both ways, so that beside it only sentences show this
     */
    public record Parameter(ValueType type, boolean nullable) {
        @Override
        public String toString() {
            return nullable ? type.edm() + " Nullable=true" : type.edm();
        }
    }

    /** What a function does with its arguments, which are of the types of the parameters. */
    @FunctionalInterface
    public interface Body {
        @Nullable
        Object apply(Object[] arguments);
    }

    /** What null among the arguments leads to. */
    public enum Nulls {
        /** The result is null. */
        PROPAGATE,
        /** The answer of the database: no text holds, begins with or ends with another that is null, so the result is false. */
        FALSE,
        /** Null counts as the empty text. */
        EMPTY
    }

    /** A function of one argument. */
    static Signature of(ValueType result, ValueType parameter, Function<Object, Object> body) {
        return of(result, arguments -> body.apply(arguments[0]), new Parameter(parameter, false));
    }

    /** Each with an argument that is not null and with one that may be. */
    static List<Signature> both(Signature... signatures) {
        List<Signature> all = new ArrayList<>();
        for (Signature each : signatures) {
            all.add(each);
            Parameter nullable = new Parameter(each.parameters().get(0).type(), true);
            all.add(new Signature(List.of(nullable), each.result(), each.body()));
        }
        return all;
    }

    static Signature of(ValueType result, Body body, Parameter... parameters) {
        return new Signature(List.of(parameters), result, body);
    }

    /** Whether arguments of these types fit. */
    boolean takes(List<ValueType> types) {
        if (types.size() != parameters.size()) {
            return false;
        }
        for (int i = 0; i < types.size(); i++) {
            Parameter parameter = parameters.get(i);
            boolean fits = types.get(i) == ValueType.NULL
                    ? parameter.nullable()
                    : types.get(i).promotesTo(parameter.type());
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** The signature as the framework's sentences spell it. */
    String described(String name) {
        return parameters.stream().map(Parameter::toString).collect(Collectors.joining(", ", name + "(", ")"));
    }
}
