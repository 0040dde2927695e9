package io.alignemulator.resource.body.token;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** Numbers that stand without quotes: decimal, octal with a leading zero, hexadecimal with 0x (rules BODY-02 and BODY-04). */
final class Numbers {

    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    private static final Pattern DIGITS = Pattern.compile("-?\\d+");

    /** Digits of a number that is too long for the framework to hold. */
    private static final int LONGEST = 380;

    private Numbers() {}

    static void read(SiteReader reader, Characters characters, Wanted wanted) {
        String written = written(reader, characters);
        reader.finishedValue();
        reader.set(BodyToken.UNDEFINED, null);
        if (written.startsWith(".") || isOfOtherBase(written)) {
            reader.leniently();
        }
        switch (wanted) {
            case INTEGER -> reader.set(BodyToken.INTEGER, integer(reader, written));
            case DECIMAL -> reader.set(BodyToken.FLOAT, decimal(reader, written));
            case TEXT ->
                reader.set(
                        isWhole(written) || isOfOtherBase(written) ? BodyToken.INTEGER : BodyToken.FLOAT,
                        text(reader, written));
            case FLAG -> reader.set(BodyToken.BOOLEAN, any(reader, written).doubleValue() != 0);
            case DATE -> throw reader.problem("Cannot read number value as type.");
            case ANY -> {
                Number number = any(reader, written);
                reader.set(number instanceof Double ? BodyToken.FLOAT : BodyToken.INTEGER, number);
            }
        }
    }

    private static String written(SiteReader reader, Characters characters) {
        int start = characters.position();
        while (true) {
            int c = characters.peek();
            if (c == Characters.END || c == 0 || Characters.isBlank(c) || ",}])/".indexOf(c) >= 0) {
                return characters.from(start);
            }
            boolean ofNumber = (c >= '0' && c <= '9') || "-+.xXabcdefABCDEF".indexOf(c) >= 0;
            if (!ofNumber) {
                throw reader.problem("Unexpected character encountered while parsing number: " + (char) c + ".");
            }
            characters.skip(1);
        }
    }

    private static boolean isWhole(String written) {
        return DIGITS.matcher(written).matches();
    }

    private static boolean isOfOtherBase(String written) {
        return written.length() > 1 && written.charAt(0) == '0' && ".eE".indexOf(written.charAt(1)) < 0;
    }

    private static Integer integer(SiteReader reader, String written) {
        if (isOfOtherBase(written)) {
            return (int) otherBase(reader, written, 32, "integer");
        }
        if (!isWhole(written)) {
            if (!reader.wholeIntegers() && DECIMAL.matcher(written).matches()) {
                return Double.valueOf(written).intValue();
            }
            throw invalid(reader, written, "integer");
        }
        String digits = shortened(written);
        BigInteger number = new BigInteger(digits);
        if (number.bitLength() > 31) {
            throw reader.problem("JSON integer " + written + " is too large or small for an Int32.");
        }
        return number.intValue();
    }

    private static Double decimal(SiteReader reader, String written) {
        if (isOfOtherBase(written)) {
            return (double) otherBase(reader, written, 64, "double");
        }
        if (!DECIMAL.matcher(written).matches()) {
            throw invalid(reader, written, "double");
        }
        return Double.valueOf(written);
    }

    /** A number for a text stays as it is written. */
    private static String text(SiteReader reader, String written) {
        if (isOfOtherBase(written)) {
            otherBase(reader, written, 64, "number");
        } else if (!DECIMAL.matcher(written).matches()) {
            throw invalid(reader, written, "number");
        }
        return written;
    }

    private static Number any(SiteReader reader, String written) {
        if (isOfOtherBase(written)) {
            return otherBase(reader, written, 64, "number");
        }
        if (isWhole(written)) {
            if (written.length() > LONGEST) {
                throw reader.problem("JSON integer " + written + " is too large to parse.");
            }
            BigInteger number = new BigInteger(written);
            return number.bitLength() > 63 ? number : (Number) number.longValue();
        }
        if (!DECIMAL.matcher(written).matches()) {
            throw invalid(reader, written, "number");
        }
        return Double.valueOf(written);
    }

    private static long otherBase(SiteReader reader, String written, int bits, String type) {
        boolean hexadecimal = written.startsWith("0x") || written.startsWith("0X");
        try {
            String digits = shortened(hexadecimal ? written.substring(2) : written);
            BigInteger number = new BigInteger(digits, hexadecimal ? 16 : 8);
            if (number.signum() >= 0 && number.bitLength() <= bits) {
                return number.longValue();
            }
        } catch (NumberFormatException e) {
            // no digits of that base
        }
        throw invalid(reader, written, type);
    }

    /** The same digits without zeros in front; of a number that is too large for anything only as many as show that, for reading digits takes the square of their number. */
    private static String shortened(String digits) {
        String plain = digits.replaceFirst("^(-?)0+(?=.)", "$1");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }

    private static ReadException invalid(SiteReader reader, String written, String type) {
        return reader.problem("Input string '" + written + "' is not a valid " + type + ".");
    }
}
