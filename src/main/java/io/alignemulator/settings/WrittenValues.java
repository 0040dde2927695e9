package io.alignemulator.settings;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Grammars of settings' values; each throws {@link IllegalArgumentException} with what it expects, or without a message. */
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
            throw new IllegalArgumentException("expected a number from " + from + " to " + to);
        }
        return value;
    }

    static int oneOf(String text, int... allowed) {
        int value = Integer.parseInt(text);
        if (Arrays.stream(allowed).noneMatch(each -> each == value)) {
            throw new IllegalArgumentException("expected one of " + Arrays.toString(allowed));
        }
        return value;
    }

    static Set<String> points(String text) {
        Set<String> points = words(text);
        if (!points.equals(Set.of("any"))
                && (points.isEmpty() || !points.stream().allMatch(p -> p.matches("[0-9]+")))) {
            throw new IllegalArgumentException("expected any, or integers with commas between them");
        }
        return points;
    }

    static String basePath(String text) {
        if (!text.matches("(/[A-Za-z0-9._~-]+)*")) {
            throw new IllegalArgumentException("expected words with a slash before each, such as /align");
        }
        return text;
    }

    static String mark(String text) {
        if (!text.matches("[a-z0-9]?")) {
            throw new IllegalArgumentException("expected one lower-case letter or digit");
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
