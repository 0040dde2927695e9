package io.alignemulator.query.parse;

import io.alignemulator.query.parse.BinaryOperator.Level;
import io.alignemulator.query.parse.Expression.Lambda;
import io.alignemulator.query.parse.SyntaxToken.Kind;
import io.alignemulator.query.value.QueryException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * From tokens to a syntax tree, by recursive descent: one method for each level of precedence ({@code or} binds weakest, then {@code and}, the comparisons, sums, products,
 * {@code not} and the minus). Only parentheses, calls, lambdas and the unary operators recurse, and they are counted (rule FILT-10); a chain of comparisons or of arithmetic
 * makes a deep tree and is counted too. Positions in refusals are the framework's: some tell where a token begins, some where it ends.
 */
public final class Parser {
    /** What the framework counts for one pair of parentheses, a call or a lambda: the methods that it passes through. */
    private static final int NESTING = 8;

    private final SyntaxTokens tokens;
    private final Grammar grammar;
    private final Set<String> variables = new HashSet<>(Set.of("$it"));
    /** How deep the parser is. */
    private int depth;

    /** How high the tree of the expression is that was read last. */
    private int height;

    private Parser(String text, Grammar grammar) {
        this.grammar = grammar;
        this.tokens = new SyntaxTokens(new Lexer(text, true, grammar.zoneless()));
    }

    /** Reads a whole option as one expression. */
    public static Expression parse(String text, Grammar grammar) {
        Parser parser = new Parser(text, grammar);
        Expression whole = parser.nested(parser::or);
        parser.tokens.expect(Kind.END);
        return whole;
    }

    /** One element of an order, with its direction. */
    public record Ordered(Expression by, boolean descending) {}

    /** Reads {@code a desc,b}. */
    public static List<Ordered> order(String text, Grammar grammar) {
        Parser parser = new Parser(text, grammar);
        List<Ordered> elements = new ArrayList<>();
        do {
            Expression by = parser.nested(parser::or);
            boolean descending = parser.tokens.skipWord("desc");
            if (!descending) {
                parser.tokens.skipWord("asc");
            }
            elements.add(new Ordered(by, descending));
        } while (parser.tokens.skip(Kind.COMMA));
        parser.tokens.expect(Kind.END);
        return elements;
    }

    private Expression or() {
        List<Expression> terms = chain("or", this::and);
        return terms.size() == 1 ? terms.get(0) : new Expression.Or(terms);
    }

    private Expression and() {
        List<Expression> terms = chain("and", () -> binary(Level.COMPARISON));
        return terms.size() == 1 ? terms.get(0) : new Expression.And(terms);
    }

    private List<Expression> chain(String word, Supplier<Expression> term) {
        List<Expression> terms = new ArrayList<>();
        int highest = 0;
        do {
            terms.add(term.get());
            highest = Math.max(highest, height);
        } while (tokens.skipWord(word));
        grow(terms.size() == 1 ? highest : highest + 1);
        return terms;
    }

    private Expression binary(Level level) {
        Expression left = tighter(level);
        while (true) {
            int leftHeight = height;
            Optional<BinaryOperator> operator = BinaryOperator.of(tokens.current(), level);
            boolean in = level == Level.COMPARISON && tokens.current().isWord("in");
            if (in && !grammar.in()) {
                throw tokens.noSuchOperator();
            }
            if (operator.isEmpty() && !in) {
                return left;
            }
            tokens.take();
            left = in ? in(left) : new Expression.Binary(operator.orElseThrow(), left, tighter(level));
            grow(Math.max(leftHeight, height) + 1);
        }
    }

    private Expression tighter(Level level) {
        return switch (level) {
            case COMPARISON -> binary(Level.SUM);
            case SUM -> binary(Level.PRODUCT);
            case PRODUCT -> unary();
        };
    }

    private Expression unary() {
        boolean minus = tokens.current().is(Kind.MINUS);
        if (!minus && !tokens.current().isWord("not")) {
            return primary();
        }
        tokens.take();
        if (minus && tokens.current().kind().number()) {
            tokens.negate();
            return primary();
        }
        Expression term = deeper(1, this::unary);
        grow(height + 1);
        return minus ? new Expression.Negate(term) : new Expression.Not(term);
    }

    private Expression primary() {
        Expression expression = tokens.peek().is(Kind.SLASH) ? leaf(tokens.identifier()) : start();
        while (tokens.skip(Kind.SLASH)) {
            expression = below(expression);
        }
        return expression;
    }

    private Expression start() {
        height = 0;
        SyntaxToken token = tokens.current();
        return switch (token.kind()) {
            case ALIAS -> new Expression.Alias(tokens.take().text());
            case NAME -> name();
            case OPEN -> parenthesised();
            default -> Literals.of(tokens);
        };
    }

    private Expression name() {
        Optional<String> function = tokens.function();
        if (function.isPresent()) {
            return call(function.get());
        }
        return tokens.peek().is(Kind.DOT) ? new Expression.TypeName(tokens.dotted()) : leaf(tokens.identifier());
    }

    private Expression leaf(String name) {
        height = 0;
        return new Expression.Path(null, new ArrayList<>(List.of(name)));
    }

    private Expression call(String function) {
        tokens.take();
        List<Expression> arguments = new ArrayList<>();
        int highest = 0;
        if (!tokens.current().is(Kind.CLOSE)) {
            do {
                arguments.add(nested(this::or));
                highest = Math.max(highest, height);
            } while (tokens.skip(Kind.COMMA));
        }
        grow(highest + 1);
        tokens.close("')' or ',' expected");
        return new Expression.Call(function, arguments);
    }

    /** What follows a slash: a property, {@code $count}, or any and all. */
    private Expression below(Expression start) {
        if (tokens.current().isWord("any") || tokens.current().isWord("all")) {
            return quantified(start);
        }
        if (tokens.skipWord("$count")) {
            return new Expression.Count(start);
        }
        if (!tokens.peek().is(Kind.SLASH)) {
            tokens.expect(Kind.NAME);
        }
        String name = tokens.identifier();
        if (start instanceof Expression.Path path) {
            path.names().add(name);
            return path;
        }
        return new Expression.Path(start, new ArrayList<>(List.of(name)));
    }

    private Expression quantified(Expression collection) {
        boolean all = tokens.take().isWord("all");
        tokens.open();
        if (tokens.skip(Kind.CLOSE)) {
            return new Expression.Quantified(collection, all, null);
        }
        int collectionHeight = height;
        String variable = tokens.current().text();
        if (!tokens.current().is(Kind.NAME)) {
            tokens.identifier();
        }
        if (!variables.add(variable)) {
            throw new QueryException("The range variable '" + variable + "' has already been declared.");
        }
        tokens.take();
        tokens.expect(Kind.COLON);
        tokens.take();
        Expression body = nested(this::or);
        grow(Math.max(collectionHeight, height) + 1);
        tokens.close("')' or ',' expected");
        variables.remove(variable);
        return new Expression.Quantified(collection, all, new Lambda(variable, body));
    }

    private Expression parenthesised() {
        tokens.take();
        Expression expression = nested(this::or);
        tokens.close("')' or operator expected");
        return expression;
    }

    private Expression in(Expression value) {
        if (tokens.current().is(Kind.OPEN)) {
            return new Expression.In(value, Literals.list(tokens), null);
        }
        if (tokens.current().kind().literal().isPresent()) {
            throw new QueryException(
                    "An unexpected 'PrimitiveValue' node was found when reading from the JSON reader. A 'StartArray' node was expected.");
        }
        return new Expression.In(value, List.of(), binary(Level.SUM));
    }

    private Expression nested(Supplier<Expression> inside) {
        return deeper(NESTING, inside);
    }

    private Expression deeper(int levels, Supplier<Expression> inside) {
        depth += levels;
        bound(depth);
        Expression expression = inside.get();
        depth -= levels;
        return expression;
    }

    private void grow(int levels) {
        bound(levels);
        height = levels;
    }

    private void bound(int levels) {
        if (levels > grammar.depth()) {
            throw new QueryException(QueryException.Ground.DEPTH, "Recursion depth exceeded allowed limit.");
        }
    }
}
