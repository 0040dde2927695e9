package io.alignemulator.settings;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Grammars of settings' values; each throws {@link IllegalArgumentException} without a message for what is none, since the setting says what it demands. */
final class WrittenValues {

    private WrittenValues() {}

    static String text(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    static int range(String text, int from, int to) {
        int value = Integer.parseInt(text);
        if (value < from || value > to) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    static int oneOf(String text, int... allowed) {
        int value = Integer.parseInt(text);
        if (Arrays.stream(allowed).noneMatch(each -> each == value)) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    static Set<String> points(String text) {
        Set<String> points = words(text);
        if (!points.equals(Set.of("any"))
                && (points.isEmpty() || !points.stream().allMatch(p -> p.matches("[0-9]+")))) {
            throw new IllegalArgumentException();
        }
        return points;
    }

    static String rateLimit(String text) {
        String number = "(?=0*[1-9])[0-9]{1,9}";
        if (!text.equals("off") && !text.matches(number + "/" + number + ":" + number)) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    static String basePath(String text) {
        if (!text.matches("(/[A-Za-z0-9._~-]+)*")) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    static String mark(String text) {
        if (!text.matches("[a-z0-9]?")) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    static Set<String> words(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
