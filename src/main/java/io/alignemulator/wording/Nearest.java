package io.alignemulator.wording;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that somebody meant who wrote another: the one with the fewest letters to put in, take out, exchange or swap with the next one, in any case. */
public final class Nearest {

    /** A longer text is no name that was misspelt, and would take long to compare. */
    private static final int LONGEST = 60;

    private Nearest() {}

    /** Empty when none is near: at most a third of the letters may differ, one at least. Of two that are as near the one that is known first. */
    public static Optional<String> of(String name, Collection<String> known) {
        return within(Math.max(1, name.length() / 3), name, known);
    }

    /** Continues a sentence with the name that was meant, {@code ; did you mean 'x'?}; empty where none is near. */
    public static String hint(String name, Collection<String> known) {
        return of(name, known).map(near -> "; did you mean '" + near + "'?").orElse("");
    }

    /** The nearest one of which at most so many letters differ. */
    public static Optional<String> within(int letters, String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        return known.stream()
                .map(each -> new Candidate(each, distance(wanted, each.toLowerCase(Locale.ROOT))))
                .filter(each -> each.distance <= letters)
                .min(Comparator.comparingInt(Candidate::distance))
                .map(Candidate::name);
    }

    private record Candidate(String name, int distance) {}

    private static int distance(String a, String b) {
        int[][] costs = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                costs[i][j] = i == 0 || j == 0 ? i + j : cost(costs, a, b, i, j);
            }
        }
        return costs[a.length()][b.length()];
    }

    private static int cost(int[][] costs, String a, String b, int i, int j) {
        int exchanged = costs[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(exchanged, 1 + Math.min(costs[i - 1][j], costs[i][j - 1]));
        boolean isSwapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return isSwapped ? Math.min(least, costs[i - 2][j - 2] + 1) : least;
    }
}
