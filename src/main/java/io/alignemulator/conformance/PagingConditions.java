package io.alignemulator.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conditions of how lists are read page by page. */
final class PagingConditions {

    private PagingConditions() {}

    /** The pages of each list, in their order: lists are the same that differ in where a page begins only. */
    private static Map<String, List<Call>> lists(Evidence evidence) {
        Map<String, List<Call>> lists = new LinkedHashMap<>();
        evidence.calls().stream().filter(Call::isList).forEach(call -> {
            Map<String, String> options = new HashMap<>(call.options());
            options.keySet().removeAll(Set.of("skip", "top"));
            options.computeIfPresent("filter", (key, filter) -> withoutBeginning(filter));
            String list = call.resource().toLowerCase(Locale.ROOT) + options;
            lists.computeIfAbsent(list, key -> new ArrayList<>()).add(call);
        });
        return lists;
    }

    /** A client may page by the key: then a term of the filter says where a page begins. */
    private static @Nullable String withoutBeginning(String filter) {
        String rest = filter.replaceAll("\\(?\\bid gt \\d+\\)?", "")
                .replaceAll("^\\s*and\\b|\\band\\s*$", "")
                .replaceAll("[()\\s]", "");
        return rest.isEmpty() ? null : rest;
    }

    static Condition pagesToTheEnd(Params params) {
        return evidence -> {
            boolean touched = false;
            for (List<Call> pages : lists(evidence).values()) {
                Call last = pages.get(pages.size() - 1);
                touched |= pages.size() > 1 || isFull(last, evidence);
                if (isFull(last, evidence) && !wantsNoMore(last)) {
                    return Outcome.failed(
                            "The list should be read on: its last page has "
                                    + last.rows().size() + " rows, as many as" + " a page can have",
                            last);
                }
            }
            return touched ? Outcome.PASSED : Outcome.UNTOUCHED;
        };
    }

    private static boolean isFull(Call page, Evidence evidence) {
        return page.rows().size() >= evidence.pageSize();
    }

    /** Whether it asks for fewer rows than a page has. */
    private static boolean wantsNoMore(Call page) {
        String top = page.options().getOrDefault("top", "");
        return top.matches("\\d{1,2}");
    }

    static Condition topAtMost(Params params) {
        int rows = params.only("rows").number("rows", 0);
        return TrafficConditions.every(
                "No more than " + rows + " rows should be asked for at once",
                call -> call.options().containsKey("top"),
                call -> call.options().getOrDefault("top", "").matches("\\d{1,9}")
                        && Integer.parseInt(call.options().getOrDefault("top", "")) <= rows);
    }

    static Condition noOverlappingPages(Params params) {
        return evidence -> {
            boolean touched = false;
            for (List<Call> pages : lists(evidence).values()) {
                Set<Object> seen = new HashSet<>();
                for (int i = 0; i < pages.size(); i++) {
                    Call page = pages.get(i);
                    touched |= i > 0;
                    if (i > 0 && isGap(pages.get(i - 1), page)) {
                        return Outcome.failed("A page should begin where the one before ended", pages.get(i - 1), page);
                    }
                    if (isAny(page, seen)) {
                        return Outcome.failed("No row should be read twice", page);
                    }
                }
            }
            return touched ? Outcome.PASSED : Outcome.UNTOUCHED;
        };
    }

    private static boolean isGap(Call before, Call page) {
        String skip = page.options().getOrDefault("skip", "0");
        String skipped = before.options().getOrDefault("skip", "0");
        return skip.matches("\\d{1,9}")
                && skipped.matches("\\d{1,9}")
                && page.options().containsKey("skip")
                && Integer.parseInt(skip)
                        > Integer.parseInt(skipped) + before.rows().size();
    }

    private static boolean isAny(Call page, Set<Object> seen) {
        boolean found = false;
        for (Object row : page.rows()) {
            if (row instanceof Map<?, ?> record && record.get("id") != null) {
                found |= !seen.add(String.valueOf(record.get("id")));
            }
        }
        return found;
    }
}
