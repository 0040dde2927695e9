package io.alignemulator.query.parse;

import io.alignemulator.query.parse.SyntaxToken.Kind;
import io.alignemulator.query.value.QueryException;
import io.alignemulator.query.value.ValueType;
import io.alignemulator.query.value.Values;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** From tokens to the values that they stand for. */
final class Literals {
    private Literals() {}

    /** The literal that stands here; whatever else does is refused. */
    static Expression of(SyntaxTokens tokens) {
        SyntaxToken token = tokens.current();
        ValueType type = token.kind().literal().orElseThrow(() -> tokens.unexpected("Expression expected"));
        Expression literal = token.is(Kind.NULL)
                ? new Expression.Null()
                : new Expression.Literal(type, value(token, tokens), token.text());
        tokens.take();
        return literal;
    }

    /** {@code (a,b)}: literals, maybe none. */
    static List<Expression> list(SyntaxTokens tokens) {
        tokens.open();
        List<Expression> items = new ArrayList<>();
        if (tokens.skip(Kind.CLOSE)) {
            return items;
        }
        do {
            if (tokens.current().is(Kind.CLOSE) || tokens.current().is(Kind.COMMA)) {
                throw new QueryException(
                        "Invalid JSON. An unexpected comma was found in scope 'Array'. A comma is only valid between properties of an object or between elements of an array.");
            }
            items.add(of(tokens));
        } while (tokens.skip(Kind.COMMA));
        tokens.close("')' or ',' expected");
        return items;
    }

    private static Object value(SyntaxToken token, SyntaxTokens tokens) {
        String text = token.text();
        return switch (token.kind()) {
            case TEXT -> unquoted(text);
            case JSON -> text;
            case TRUTH -> text.equals("true");
            case INTEGER, LONG, SINGLE, DOUBLE, DECIMAL -> number(token, tokens);
            case DATE -> DateLiterals.date(text).orElseThrow();
            case DATE_TIME -> DateLiterals.dateTime(text, true).orElseThrow();
            case TIME -> DateLiterals.time(text).orElseThrow();
            case GUID -> UUID.fromString(text);
            case DURATION -> duration(token, tokens);
            case BINARY -> throw tokens.unrecognised(token, "Edm.Binary");
            default -> throw tokens.unrecognised(token, "Edm.String");
        };
    }

    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1).replace("''", "'");
    }

    private static Number number(SyntaxToken token, SyntaxTokens tokens) {
        String digits = token.text().toLowerCase(Locale.ROOT);
        return switch (digits) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> finite(digits, token, tokens);
        };
    }

    /** A number without its suffix; two signs make none. */
    private static Number finite(String digits, SyntaxToken token, SyntaxTokens tokens) {
        char last = digits.charAt(digits.length() - 1);
        String bare = Character.isLetter(last) ? digits.substring(0, digits.length() - 1) : digits;
        try {
            return Long.valueOf(bare);
        } catch (NumberFormatException notIntegral) {
            try {
                return Values.number(Double.valueOf(bare));
            } catch (NumberFormatException noNumber) {
                throw tokens.unrecognised(
                        token, token.kind().literal().orElseThrow().edm());
            }
        }
    }

    private static Duration duration(SyntaxToken token, SyntaxTokens tokens) {
        try {
            return Duration.parse(unquoted(token.text().substring("duration".length())));
        } catch (DateTimeParseException e) {
            throw tokens.unrecognised(token, "Edm.Duration");
        }
    }
}
