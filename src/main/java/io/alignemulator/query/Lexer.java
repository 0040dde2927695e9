package io.alignemulator.query;

import io.alignemulator.query.Token.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query option into tokens. Blanks separate words and numbers; around punctuation they are free. */
final class Lexer {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final String PUNCTUATION = "(),:/";
    private static final List<Kind> PUNCTUATION_KINDS =
            List.of(Kind.OPEN, Kind.CLOSE, Kind.COMMA, Kind.COLON, Kind.SLASH);

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private Lexer(String text) {
        this.text = text;
    }

    /** All tokens, the last of them of kind END. */
    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        skipBlanks();
        while (position < text.length()) {
            int kind = PUNCTUATION.indexOf(text.charAt(position));
            if (kind >= 0) {
                String sign = text.substring(position, position + 1);
                add(PUNCTUATION_KINDS.get(kind), position + 1, sign);
            } else {
                word();
                requireEndOfWord();
            }
            skipBlanks();
        }
        add(Kind.END, position, "");
    }

    private void word() {
        if (text.charAt(position) == '\'') {
            quoted();
            return;
        }
        Optional<Matcher> match = match(DateLiteral.FORM);
        if (match.isPresent()) {
            Instant date = DateLiteral.instant(match.get()).orElseThrow(() -> error(position));
            add(Kind.DATE, match.get().end(), date);
            return;
        }
        match = match(NUMBER);
        if (match.isPresent()) {
            add(Kind.NUMBER, match.get().end(), number(match.get().group()));
            return;
        }
        match = match(NAME);
        Matcher name = match.orElseThrow(() -> error(position));
        add(Kind.NAME, name.end(), name.group());
    }

    private void quoted() {
        StringBuilder value = new StringBuilder();
        int from = position + 1;
        while (true) {
            int quote = text.indexOf('\'', from);
            if (quote < 0) {
                throw error(position);
            }
            value.append(text, from, quote);
            if (!text.startsWith("''", quote)) {
                add(Kind.TEXT, quote + 1, value.toString());
                return;
            }
            value.append('\'');
            from = quote + 2;
        }
    }

    private static Number number(String digits) {
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException notIntegral) {
            return Values.number(Double.valueOf(digits));
        }
    }

    /** {@code 5and} and {@code eq'x'} are no filters: OData wants a blank there. */
    private void requireEndOfWord() {
        if (position < text.length()) {
            char next = text.charAt(position);
            if (PUNCTUATION.indexOf(next) < 0 && !Character.isWhitespace(next)) {
                throw error(position);
            }
        }
    }

    private Optional<Matcher> match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
    }

    private void add(Kind kind, int end, Object value) {
        tokens.add(new Token(kind, text.substring(position, end), position, value));
        position = end;
    }

    private void skipBlanks() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private QueryException error(int at) {
        return QueryException.syntax(text, at);
    }
}
