package io.alignemulator.query;

import io.alignemulator.query.value.QueryException;
import io.alignemulator.query.value.Suggestion;
import io.alignemulator.query.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names that may stand at one place of a filter: the record's properties and the variables of the lambdas around. */
final class Names {
    /** How many lambdas may stand within each other: each multiplies the work by the length of its list (rule EMUL-17). */
    private static final int MOST_LAMBDAS = 5;

    private record Variable(String name, Operand.Path collection) {}

    private final Operand.Root record;
    private final List<Variable> innermostFirst;

    private Names(Operand.Root record, List<Variable> innermostFirst) {
        this.record = record;
        this.innermostFirst = innermostFirst;
    }

    static Names of(EntityType record) {
        return new Names(new Operand.Root(record), List.of());
    }

    /** These names and a variable for the elements of a collection. */
    Names with(String variable, Operand.Path collection) {
        if (innermostFirst.size() == MOST_LAMBDAS) {
            throw new QueryException(QueryException.Ground.BOUND, "Recursion depth exceeded allowed limit.")
                    .hint("Five lambdas may stand within each other.");
        }
        List<Variable> inner = new ArrayList<>(List.of(new Variable(variable, collection)));
        inner.addAll(innermostFirst);
        return new Names(record, inner);
    }

    /** {@code $it}, a variable, or a path of properties; a variable hides a property of the same name. Case matters for variables. */
    Operand resolve(List<String> path) {
        String first = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (first.equals("$it")) {
            return rest.isEmpty() ? record : below(record, rest);
        }
        for (int hops = 0; hops < innermostFirst.size(); hops++) {
            Variable variable = innermostFirst.get(hops);
            if (variable.name().equals(first)) {
                Property list = variable.collection().last();
                Operand element = new Operand.Element(
                        hops, variable.collection(), list.elementType().orElse(ValueType.OBJECT));
                return rest.isEmpty() ? element : below(element, rest);
            }
        }
        return below(record, path);
    }

    /** Properties of what an operand holds. */
    static Operand below(Operand start, List<String> path) {
        List<Property> steps = new ArrayList<>();
        Operand reached = start;
        for (String name : path) {
            steps.add(property(reached, name));
            reached = new Operand.Path(start, steps);
        }
        return new Operand.Path(start, List.copyOf(steps));
    }

    private static Property property(Operand parent, String name) {
        if (parent.type() == ValueType.COLLECTION) {
            throw new QueryException("The parent value for a property access of a property '" + name
                    + "' is not a single value. Property access can only be applied to a single value.");
        }
        Optional<EntityType> shape = shape(parent);
        return shape.flatMap(known -> known.property(name))
                .orElseThrow(() -> QueryException.unknownProperty(name, parent.typeName())
                        .hint(Suggestion.of(name, shape.map(EntityType::names).orElse(List.of()))));
    }

    private static Optional<EntityType> shape(Operand operand) {
        if (operand instanceof Operand.Root root) {
            return Optional.of(root.shape());
        }
        if (operand instanceof Operand.Path path) {
            return path.last().shape();
        }
        return operand instanceof Operand.Element element
                ? element.collection().last().shape()
                : Optional.empty();
    }
}
