package io.alignemulator.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names that may stand at one place of a filter: the record's properties and the variables of the lambdas around. */
final class Names {
    private record Variable(String name, Operand.Path collection) {}

    private final Shape record;
    private final List<Variable> innermostFirst;

    private Names(Shape record, List<Variable> innermostFirst) {
        this.record = record;
        this.innermostFirst = innermostFirst;
    }

    static Names of(Shape record) {
        return new Names(record, List.of());
    }

    /** These names and a variable for the elements of a collection. */
    Names with(String variable, Operand.Path collection) {
        if (innermostFirst.stream().anyMatch(outer -> outer.name().equals(variable))) {
            throw new QueryException(
                    "The variable '" + QueryException.shortened(variable) + "' is already used by an outer lambda.");
        }
        List<Variable> inner = new ArrayList<>(List.of(new Variable(variable, collection)));
        inner.addAll(innermostFirst);
        return new Names(record, inner);
    }

    /** A variable, or a path of properties; a variable hides a property of the same name. */
    Operand resolve(List<String> path) {
        for (int hops = 0; hops < innermostFirst.size(); hops++) {
            Variable variable = innermostFirst.get(hops);
            if (variable.name().equals(path.get(0))) {
                Property collection = variable.collection().last();
                Operand element = new Operand.Element(
                        hops, variable.collection(), collection.elementType().orElse(ValueType.OBJECT));
                List<String> rest = path.subList(1, path.size());
                return rest.isEmpty() ? element : new Operand.Path(element, steps(collection.shape(), rest));
            }
        }
        return properties(path);
    }

    /** A path of properties from the record. */
    Operand.Path properties(List<String> path) {
        return new Operand.Path(new Operand.Root(), steps(Optional.of(record), path));
    }

    private static List<Property> steps(Optional<Shape> start, List<String> path) {
        List<Property> steps = new ArrayList<>();
        Optional<Shape> shape = start;
        for (String name : path) {
            Property step = shape.flatMap(known -> known.property(name))
                    .orElseThrow(() -> QueryException.unknownProperty(name));
            if (step.type() == ValueType.COLLECTION && steps.size() + 1 < path.size()) {
                throw new QueryException("Property '" + step.name() + "' is a collection: use any or all.");
            }
            steps.add(step);
            shape = step.shape();
        }
        return steps;
    }
}
