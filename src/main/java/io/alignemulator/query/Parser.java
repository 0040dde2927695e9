package io.alignemulator.query;

import io.alignemulator.query.Expression.Lambda;
import io.alignemulator.query.Expression.Literal;
import io.alignemulator.query.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * From tokens to a syntax tree, by recursive descent: one method for each level of precedence ({@code or} binds weakest,
 * then {@code and}, the comparisons, {@code not}). Only parentheses, calls, lambdas and {@code not} recurse, and they
 * are counted.
 */
final class Parser {
    static final int MAXIMUM_DEPTH = 200;

    private static final Set<String> RESERVED = Set.of("and", "or", "not", "eq", "ne", "gt", "ge", "lt", "le");

    private final TokenStream tokens;
    private int depth;

    private Parser(String text) {
        this.tokens = new TokenStream(text);
    }

    static Expression parse(String text) {
        Parser parser = new Parser(text);
        Expression whole = parser.or();
        parser.tokens.take(Kind.END);
        return whole;
    }

    private Expression or() {
        List<Expression> terms = chain("or", this::and);
        return terms.size() == 1 ? terms.get(0) : new Expression.Or(terms);
    }

    private Expression and() {
        List<Expression> terms = chain("and", this::comparison);
        return terms.size() == 1 ? terms.get(0) : new Expression.And(terms);
    }

    private List<Expression> chain(String word, Supplier<Expression> term) {
        List<Expression> terms = new ArrayList<>();
        do {
            terms.add(term.get());
        } while (tokens.skipWord(word));
        return terms;
    }

    private Expression comparison() {
        Expression left = unary();
        if (!tokens.peek().is(Kind.NAME)) {
            return left;
        }
        return Operator.of(tokens.peek().text())
                .<Expression>map(operator -> {
                    tokens.take();
                    return new Expression.Comparison(operator, left, unary());
                })
                .orElse(left);
    }

    private Expression unary() {
        return tokens.skipWord("not") ? new Expression.Not(nested(this::unary)) : primary();
    }

    private Expression primary() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case OPEN -> parenthesised(this::or);
            case TEXT -> literal(ValueType.TEXT);
            case NUMBER -> literal(ValueType.NUMBER);
            case DATE -> literal(ValueType.DATE);
            case NAME -> name(token);
            case CLOSE, COMMA, COLON, SLASH, END -> throw tokens.unexpected();
        };
    }

    private Literal literal(ValueType type) {
        Token token = tokens.take();
        return new Literal(type, token.value(), token.text());
    }

    private Expression name(Token token) {
        if (RESERVED.contains(token.text())) {
            throw tokens.unexpected();
        }
        tokens.take();
        return switch (token.text()) {
            case "null" -> new Expression.Null();
            case "true", "false" -> new Literal(ValueType.BOOLEAN, token.isWord("true"), token.text());
            default -> tokens.peek().is(Kind.OPEN) ? call(token.text()) : path(token.text());
        };
    }

    private Expression call(String function) {
        return parenthesised(() -> {
            List<Expression> arguments = new ArrayList<>();
            do {
                arguments.add(or());
            } while (tokens.skip(Kind.COMMA));
            return new Expression.Call(function, arguments);
        });
    }

    private Expression path(String first) {
        List<String> names = new ArrayList<>(List.of(first));
        while (tokens.skip(Kind.SLASH)) {
            Token name = tokens.take(Kind.NAME);
            if (tokens.peek().is(Kind.OPEN)) {
                return quantified(new Expression.Path(names), name);
            }
            names.add(name.text());
        }
        return new Expression.Path(names);
    }

    private Expression quantified(Expression.Path collection, Token quantifier) {
        boolean all = quantifier.isWord("all");
        if (!all && !quantifier.isWord("any")) {
            throw tokens.unexpected();
        }
        return parenthesised(() -> {
            if (!all && tokens.peek().is(Kind.CLOSE)) {
                return new Expression.Quantified(collection, false, null);
            }
            String variable = tokens.take(Kind.NAME).text();
            tokens.take(Kind.COLON);
            return new Expression.Quantified(collection, all, new Lambda(variable, or()));
        });
    }

    private Expression parenthesised(Supplier<Expression> inside) {
        tokens.take(Kind.OPEN);
        Expression expression = nested(inside);
        tokens.take(Kind.CLOSE);
        return expression;
    }

    private Expression nested(Supplier<Expression> inside) {
        depth++;
        if (depth > MAXIMUM_DEPTH) {
            throw new QueryException("The filter is nested too deeply.");
        }
        Expression expression = inside.get();
        depth--;
        return expression;
    }
}
