package io.alignemulator.query;

import io.alignemulator.query.parse.Expression;
import io.alignemulator.query.parse.Expression.Literal;
import io.alignemulator.query.parse.Parser;
import io.alignemulator.query.value.QueryException;
import io.alignemulator.query.value.ValueType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** From the syntax tree to the typed tree: looks names up and refuses types that do not go together, from left to right, so that the first mistake is the one that is told. */
final class FilterBinder {
    private final Names names;
    private final QueryDialect dialect;
    private final Operators operators;
    private final Set<Habit> habits;
    private final Set<String> openAliases;

    FilterBinder(EntityType shape, QueryDialect dialect) {
        this(Names.of(shape), dialect, EnumSet.noneOf(Habit.class), new HashSet<>());
    }

    private FilterBinder(Names names, QueryDialect dialect, Set<Habit> habits, Set<String> openAliases) {
        this.names = names;
        this.dialect = dialect;
        this.habits = habits;
        this.operators = new Operators(dialect, habits);
        this.openAliases = openAliases;
    }

    Set<Habit> habits() {
        return habits;
    }

    /** A whole filter. */
    Operand filter(Expression expression) {
        Operand operand = operand(expression);
        if (operand.type() == ValueType.NULL) {
            throw QueryException.untranslatable("null");
        }
        if (operand.type() != ValueType.BOOLEAN) {
            throw new QueryException("The $filter expression must evaluate to a single boolean value.");
        }
        return operand;
    }

    Operand operand(Expression expression) {
        if (expression instanceof Literal literal) {
            return new Operand.Constant(literal.type(), literal.value());
        }
        if (expression instanceof Expression.Null) {
            return new Operand.Null();
        }
        if (expression instanceof Expression.Path path) {
            Expression start = path.start();
            return start == null ? names.resolve(path.names()) : Names.below(operand(start), path.names());
        }
        if (expression instanceof Expression.Call call) {
            return new FunctionCalls(dialect, habits).call(call, this::operand);
        }
        if (expression instanceof Expression.And and) {
            return new Condition.And(terms(and.terms(), "And"));
        }
        if (expression instanceof Expression.Or or) {
            return Condition.Or.of(terms(or.terms(), "Or"));
        }
        return rarer(expression);
    }

    private Operand rarer(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            Operand left = Operators.single(binary.operator().kind(), operand(binary.left()));
            Operand right = Operators.single(binary.operator().kind(), operand(binary.right()));
            return operators.binary(binary, left, right);
        }
        if (expression instanceof Expression.Not not) {
            return operators.not(operand(not.term()));
        }
        if (expression instanceof Expression.Negate negate) {
            return operators.negate(operand(negate.term()));
        }
        if (expression instanceof Expression.Quantified quantified) {
            return quantified(quantified);
        }
        if (expression instanceof Expression.Count count) {
            return count(count);
        }
        if (expression instanceof Expression.Alias alias) {
            return alias(alias.name());
        }
        if (expression instanceof Expression.In in) {
            return in(in);
        }
        String type = ((Expression.TypeName) expression).name();
        return new Operand.Constant(ValueType.TEXT, type);
    }

    /** Each term of a chain, checked against what stands before it. */
    private List<Operand> terms(List<Expression> expressions, String kind) {
        List<Operand> terms = new ArrayList<>(expressions.size());
        Operand before = operand(expressions.get(0));
        terms.add(before);
        for (Expression expression : expressions.subList(1, expressions.size())) {
            Operand term = operand(expression);
            Operators.logical(kind, before, term);
            terms.add(term);
            before = Operand.Constant.TRUE;
        }
        return terms;
    }

    private Operand quantified(Expression.Quantified quantified) {
        Operand.Path collection =
                list(operand(quantified.collection()), "Any/All may only be used following a collection.");
        Operand body = quantified
                .body()
                .map(lambda -> new FilterBinder(names.with(lambda.variable(), collection), dialect, habits, openAliases)
                        .operand(lambda.body()))
                .orElse(Operand.Constant.TRUE);
        if (body.type() != ValueType.BOOLEAN) {
            throw new QueryException("The Any/All query expression must evaluate to a single boolean value.");
        }
        return new Condition.Quantified(collection, quantified.all(), body, dialect.nulls());
    }

    private Operand count(Expression.Count count) {
        habits.add(Habit.FUNCTION);
        return new Operand.Count(
                list(operand(count.list()), "The next token in a CountSegmentNode must be a collection."));
    }

    private static Operand.Path list(Operand operand, String otherwise) {
        if (operand instanceof Operand.Path path && path.type() == ValueType.COLLECTION) {
            return path;
        }
        throw new QueryException(otherwise);
    }

    /** What another parameter of the call says; nothing is null. An alias that leads back to itself is refused. */
    private Operand alias(String name) {
        habits.add(Habit.FUNCTION);
        String text = dialect.aliases().get(name);
        if (text == null) {
            return new Operand.Null();
        }
        if (!openAliases.add(name)) {
            throw new QueryException(QueryException.Ground.DEPTH, "Recursion depth exceeded allowed limit.");
        }
        Operand value = operand(Parser.parse(text, dialect.grammar()));
        openAliases.remove(name);
        return value;
    }

    private Operand in(Expression.In in) {
        Operand value = Membership.single(operand(in.value()));
        Membership membership = new Membership(operators, dialect, habits);
        habits.add(Habit.IN);
        Expression list = in.list();
        if (list != null) {
            Operand.Path elements =
                    list(operand(list), "The right operand for the IN operation must be a collection value.");
            return membership.in(value, elements);
        }
        List<Operand> items = new ArrayList<>();
        for (Expression item : in.items()) {
            items.add(membership.item(value, item, operand(item)));
        }
        return membership.in(value, items);
    }
}
