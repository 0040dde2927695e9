package io.alignemulator.protocol.calls;

import java.util.ArrayDeque;
import java.util.Deque;

/** How large a regular expression becomes once its counted repetitions are written out, which is what it costs: a thousand times a thousand times something is a million. */
final class PatternSize {

    private final String regex;
    private int at;
    private long size;
    private long last;
    private final Deque<Long> outer = new ArrayDeque<>();

    private PatternSize(String regex) {
        this.regex = regex;
    }

    /** About the number of its elements, {@link Long#MAX_VALUE} at most; for what is no regular expression any number. */
    static long of(String regex) {
        PatternSize counting = new PatternSize(regex);
        while (counting.at < regex.length()) {
            counting.next();
        }
        return counting.size;
    }

    private void next() {
        char c = regex.charAt(at++);
        switch (c) {
            case '(' -> {
                outer.push(size);
                size = 0;
            }
            case ')' -> {
                last = size;
                size = plus(outer.isEmpty() ? 0 : outer.pop(), last);
            }
            case '{' -> repeat();
            case '\\' -> {
                at++;
                one();
            }
            case '[' -> {
                skipClass();
                one();
            }
            default -> one();
        }
    }

    private void one() {
        last = 1;
        size = plus(size, 1);
    }

    private void skipClass() {
        int end = regex.indexOf(']', at + 1);
        at = end < 0 ? regex.length() : end + 1;
    }

    /** The greater of the numbers between the braces, as often as which the last element stands. */
    private void repeat() {
        int end = regex.indexOf('}', at);
        String numbers = end < 0 ? "" : regex.substring(at, end);
        if (!numbers.matches("[0-9]{1,4}(,[0-9]{0,4})?")) {
            one();
            return;
        }
        at = end + 1;
        long times = 0;
        for (String number : numbers.split(",")) {
            times = Math.max(times, Long.parseLong(number));
        }
        long more = last > Long.MAX_VALUE / 10_000 ? Long.MAX_VALUE : last * Math.max(0, times - 1);
        size = plus(size, more);
        last = plus(last, more);
    }

    private static long plus(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }
}
