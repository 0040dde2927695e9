package io.alignemulator.control.bind;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that somebody meant who wrote another: the one with the fewest letters to change. */
final class Nearest {

    private Nearest() {}

    /** Empty when none is near: at most a third of the letters may differ. */
    static Optional<String> of(String name, Collection<String> known) {
        String lower = name.toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.comparingInt(each -> distance(lower, each.toLowerCase(Locale.ROOT))))
                .filter(each -> distance(lower, each.toLowerCase(Locale.ROOT)) <= Math.max(1, name.length() / 3));
    }

    /** How many letters to put in, take out, exchange or swap with the next one. */
    private static int distance(String a, String b) {
        int[][] costs = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                costs[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : cost(costs, a, b, i, j);
            }
        }
        return costs[a.length()][b.length()];
    }

    private static int cost(int[][] costs, String a, String b, int i, int j) {
        boolean isSame = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(costs[i - 1][j - 1] + (isSame ? 0 : 1), 1 + Math.min(costs[i - 1][j], costs[i][j - 1]));
        boolean isSwapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return isSwapped ? Math.min(least, costs[i - 2][j - 2] + 1) : least;
    }
}
