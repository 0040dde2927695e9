package io.alignemulator.query.parse;

import io.alignemulator.query.parse.SyntaxToken.Kind;
import io.alignemulator.query.value.QueryException;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a query option into tokens, one at a time, so that of two mistakes the first is told. Blanks are free between tokens, but for one place: a function's parenthesis stands right
 * behind its name.
 */
final class Lexer {
    private static final String SIGNS = "(),:/.*=?";
    private static final List<Kind> KINDS = List.of(
            Kind.OPEN, Kind.CLOSE, Kind.COMMA, Kind.COLON, Kind.SLASH, Kind.DOT, Kind.STAR, Kind.EQUALS, Kind.QUESTION);

    private final String text;
    private final boolean semicolons;
    private final LiteralReader literals;

    /** @param semicolons whether a semicolon is a token rather than a character that is not valid */
    Lexer(String text, boolean semicolons, boolean zoneless) {
        this.text = text;
        this.semicolons = semicolons;
        this.literals = new LiteralReader(text, zoneless);
    }

    String text() {
        return text;
    }

    /** The token that begins at that position or behind the blanks there. */
    SyntaxToken at(int from) {
        int start = from;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        if (start == text.length()) {
            return new SyntaxToken(Kind.END, "", start, start);
        }
        char c = text.charAt(start);
        int sign = SIGNS.indexOf(c);
        if (sign >= 0) {
            return token(KINDS.get(sign), start, start + 1);
        }
        return switch (c) {
            case '-' -> minus(start);
            case '\'' -> token(Kind.TEXT, start, quoted(start, "There is an unterminated string literal"));
            case '{' -> token(Kind.JSON, start, balanced(start, '{', '}'));
            case '[' -> token(Kind.JSON, start, balanced(start, '[', ']'));
            case '@' -> alias(start);
            default -> word(start, c);
        };
    }

    private SyntaxToken word(int start, char c) {
        if (startsName(c)) {
            return name(start);
        }
        if (LiteralReader.digit(c)) {
            return literals.number(start);
        }
        if (semicolons && c == ';') {
            return token(Kind.SEMICOLON, start, start + 1);
        }
        throw invalid(start);
    }

    /** A minus belongs to the digit right behind it: the least integer has no positive counterpart. */
    private SyntaxToken minus(int start) {
        int next = start + 1;
        if (next < text.length() && LiteralReader.digit(text.charAt(next)) && !literals.hexadecimal(next)) {
            return literals.number(start);
        }
        if (text.startsWith("INF", next) && endOfName(next) == next + 3) {
            return token(Kind.DOUBLE, start, next + 3);
        }
        return token(Kind.MINUS, start, next);
    }

    private SyntaxToken name(int start) {
        int end = endOfName(start);
        if (end < text.length() && text.charAt(end) == '-') {
            Optional<SyntaxToken> guid = literals.guid(start);
            if (guid.isPresent()) {
                return guid.get();
            }
        }
        String word = text.substring(start, end);
        if (end < text.length() && text.charAt(end) == '\'') {
            int close = quoted(end, "There is an unterminated literal");
            return token(word.equalsIgnoreCase("duration") ? Kind.DURATION : Kind.PREFIXED, start, close);
        }
        return token(
                switch (word) {
                    case "true", "false" -> Kind.TRUTH;
                    case "null" -> Kind.NULL;
                    case "INF", "NaN" -> Kind.DOUBLE;
                    default -> Kind.NAME;
                },
                start,
                end);
    }

    private SyntaxToken alias(int start) {
        int next = start + 1;
        if (next == text.length()) {
            throw QueryException.syntax(text, next);
        }
        if (!startsName(text.charAt(next))) {
            throw invalid(next);
        }
        return token(Kind.ALIAS, start, endOfName(next));
    }

    /** The position behind a text in quotes; two quotes within it are one. */
    private int quoted(int start, String unterminated) {
        int from = start + 1;
        while (true) {
            int quote = text.indexOf('\'', from);
            if (quote < 0) {
                throw QueryException.at(unterminated, text.length(), text);
            }
            if (!text.startsWith("''", quote)) {
                return quote + 1;
            }
            from = quote + 2;
        }
    }

    private int balanced(int start, char open, char close) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                i = Math.max(i, text.indexOf('\'', i + 1));
            } else if (c == open) {
                depth++;
            } else if (c == close && --depth == 0) {
                return i + 1;
            }
        }
        throw QueryException.at("Unbalanced bracket expression", text.length(), text);
    }

    private SyntaxToken token(Kind kind, int start, int end) {
        return new SyntaxToken(kind, text.substring(start, end), start, end);
    }

    private int endOfName(int start) {
        int end = start + 1;
        while (end < text.length() && continuesName(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean startsName(char c) {
        return Character.isLetter(c) || c == '_' || c == '$';
    }

    /** Control characters are no part of a name, although Java lets them pass. */
    private static boolean continuesName(char c) {
        return Character.isUnicodeIdentifierPart(c) && !Character.isISOControl(c);
    }

    private QueryException invalid(int at) {
        return QueryException.at("Syntax error: character '" + text.charAt(at) + "' is not valid", at, text);
    }
}
