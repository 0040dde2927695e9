package io.alignemulator.query.parse;

import io.alignemulator.query.parse.SyntaxToken.Kind;
import io.alignemulator.query.value.QueryException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tokens that begin with a digit: numbers, and the dates, times and ids that look like one at first. */
final class LiteralReader {
    private static final Pattern GUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final BigDecimal WIDEST = new BigDecimal("79228162514264337593543950335");

    private static final int LONGEST_EXPONENT = 8;

    private final String text;
    private final boolean zoneless;

    /** @param zoneless whether a time without a zone is one in UTC */
    LiteralReader(String text, boolean zoneless) {
        this.text = text;
        this.zoneless = zoneless;
    }

    boolean hexadecimal(int start) {
        return text.startsWith("0x", start) || text.startsWith("0X", start);
    }

    /** The literal whose first character, a digit or a minus, stands at that position. */
    SyntaxToken number(int start) {
        if (hexadecimal(start)) {
            int end = start + 2;
            while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0) {
                end++;
            }
            return token(Kind.BINARY, start, end);
        }
        int end = digits(start + 1);
        char next = charAt(end);
        Optional<SyntaxToken> other = Optional.empty();
        if (next == '-') {
            other = date(start, end).or(() -> guid(start));
        } else if (next == ':') {
            other = time(start, end);
        } else if (Character.isLetter(next)) {
            other = guid(start);
        }
        return other.orElseGet(() -> decimal(start, end));
    }

    private Optional<SyntaxToken> time(int start, int end) {
        String word = word(start, end);
        return DateLiterals.time(word).map(time -> token(Kind.TIME, start, start + word.length()));
    }

    private SyntaxToken decimal(int start, int integral) {
        int end = integral;
        if (charAt(end) == '.') {
            end = someDigits(end + 1);
        }
        if (charAt(end) == 'e' || charAt(end) == 'E') {
            boolean signed = charAt(end + 1) == '+' || charAt(end + 1) == '-';
            end = someDigits(end + (signed ? 2 : 1));
        }
        Kind suffix =
                switch (charAt(end)) {
                    case 'm', 'M' -> Kind.DECIMAL;
                    case 'd', 'D' -> Kind.DOUBLE;
                    case 'l', 'L' -> Kind.LONG;
                    case 'f', 'F' -> Kind.SINGLE;
                    default -> Kind.END;
                };
        return suffix == Kind.END
                ? token(narrowest(text.substring(start, end), end == integral), start, end)
                : token(suffix, start, end + 1);
    }

    private Optional<SyntaxToken> date(int start, int end) {
        String word = word(start, end);
        if (DateLiterals.date(word).isPresent()) {
            return Optional.of(token(Kind.DATE, start, start + word.length()));
        }
        if (DateLiterals.dateTime(word, zoneless).isPresent()) {
            return Optional.of(token(Kind.DATE_TIME, start, start + word.length()));
        }
        if (DateLiterals.looksLikeDateTime(word)) {
            throw new QueryException(
                    QueryException.Ground.DATE,
                    "The DateTimeOffset text '" + word
                            + "' should be in format 'yyyy-mm-ddThh:mm:ss('.'s+)?(zzzzzz)?' and each field value is within valid range.");
        }
        return Optional.empty();
    }

    /** A unique id in its usual form. */
    Optional<SyntaxToken> guid(int start) {
        int end = Math.min(text.length(), start + 36);
        boolean ends = end == text.length() || ", )".indexOf(text.charAt(end)) >= 0;
        return ends && GUID.matcher(text.substring(start, end)).matches()
                ? Optional.of(token(Kind.GUID, start, end))
                : Optional.empty();
    }

    /** The type of a number without a suffix: the first of integer, long, single, double and decimal that holds it as it is written. */
    private static Kind narrowest(String digits, boolean integral) {
        int exponent = Math.max(digits.indexOf('e'), digits.indexOf('E'));
        if (exponent >= 0 && digits.length() - exponent > LONGEST_EXPONENT) {
            return Kind.DOUBLE;
        }
        BigDecimal exact = new BigDecimal(digits);
        if (integral && exact.precision() < 20) {
            try {
                long value = exact.longValueExact();
                return value == (int) value ? Kind.INTEGER : Kind.LONG;
            } catch (ArithmeticException wider) {
                return Kind.DECIMAL;
            }
        }
        double value = exact.doubleValue();
        boolean lossy = !Double.isInfinite(value) && new BigDecimal(Double.toString(value)).compareTo(exact) != 0;
        if (lossy && exact.abs().compareTo(WIDEST) <= 0) {
            return Kind.DECIMAL;
        }
        float single = (float) value;
        return Double.parseDouble(Float.toString(single)) == value ? Kind.SINGLE : Kind.DOUBLE;
    }

    private int someDigits(int from) {
        if (!digit(charAt(from))) {
            throw QueryException.at("A digit was expected", from, text);
        }
        return digits(from);
    }

    private int digits(int from) {
        int end = from;
        while (digit(charAt(end))) {
            end++;
        }
        return end;
    }

    /** Up to the next comma, parenthesis or blank. */
    private String word(int start, int from) {
        int end = from;
        while (end < text.length() && ", )".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(start, end);
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private char charAt(int position) {
        return position < text.length() ? text.charAt(position) : '\0';
    }

    private SyntaxToken token(Kind kind, int start, int end) {
        return new SyntaxToken(kind, text.substring(start, end), start, end);
    }
}
