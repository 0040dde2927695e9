package io.alignemulator.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds equalities that follow from a condition. Never below {@code not} or {@code all}: what holds below {@code not} need
 * not hold, and {@code all} holds of an empty collection.
 */
final class LookupFinder {
    private final Predicate<Property> indexed;

    LookupFinder(Predicate<Property> indexed) {
        this.indexed = indexed;
    }

    Optional<Lookup> find(Operand condition) {
        if (condition instanceof Condition.OneOf equality) {
            return property(equality.operand()).filter(indexed).map(property -> equal(property, equality));
        }
        if (condition instanceof Condition.And and) {
            return demands(and);
        }
        if (condition instanceof Condition.Or or) {
            return alternatives(or);
        }
        if (condition instanceof Condition.Quantified quantified && !quantified.all()) {
            return find(quantified.body());
        }
        return Optional.empty();
    }

    /** The record's own property that an index could hold: {@code p} itself, or of a lambda on {@code p} the variable. */
    private static Optional<Property> property(Operand operand) {
        Operand source = operand instanceof Operand.Element element ? element.collection() : operand;
        boolean own = source instanceof Operand.Path path
                && path.start() instanceof Operand.Root
                && path.steps().size() == 1;
        return own ? Optional.of(((Operand.Path) source).last()) : Optional.empty();
    }

    private static Lookup equal(Property property, Condition.OneOf equality) {
        List<Lookup> lookups = new ArrayList<>();
        for (Object key : equality.keys()) {
            lookups.add(new Lookup.Equal(property, key));
        }
        return lookups.size() == 1 ? lookups.get(0) : new Lookup.AnyOf(lookups);
    }

    private Optional<Lookup> demands(Condition.And and) {
        List<Lookup> found =
                and.terms().stream().map(this::find).flatMap(Optional::stream).toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(found.size() == 1 ? found.get(0) : new Lookup.Both(found));
    }

    private Optional<Lookup> alternatives(Condition.Or or) {
        List<Lookup> found = new ArrayList<>();
        for (Operand term : or.terms()) {
            Optional<Lookup> lookup = find(term);
            if (lookup.isEmpty()) {
                return Optional.empty();
            }
            found.add(lookup.get());
        }
        return Optional.of(new Lookup.AnyOf(found));
    }
}
