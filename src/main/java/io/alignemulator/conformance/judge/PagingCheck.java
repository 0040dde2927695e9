package io.alignemulator.conformance.judge;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How lists are read page by page. */
public sealed interface PagingCheck extends Check {

    /** A list is not left on a full page. */
    @JsonTypeName("pages-to-the-end")
    record PagesToTheEnd() implements PagingCheck {

        @Override
        public Outcome judge(ClientEvidence evidence) {
            boolean touched = false;
            List<List<ObservedCall>> left = new ArrayList<>();
            for (List<ObservedCall> pages : evidence.lists()) {
                ObservedCall last = pages.get(pages.size() - 1);
                boolean isFull = last.rows().size() >= evidence.pageSize();
                touched |= pages.size() > 1 || isFull;
                // a client that asks for fewer rows than a page has wants no more
                if (isFull && !last.option("top").matches("\\d{1,2}")) {
                    left.add(List.of(last));
                }
            }
            return Outcome.failedWhere(
                            "The list should be read on: its last page has " + evidence.pageSize()
                                    + " rows, as many as a page can have",
                            left)
                    .orElse(touched ? Outcome.PASSED : Outcome.UNTOUCHED);
        }
    }

    /** No more rows are asked for than a page can have. */
    @JsonTypeName("top-at-most")
    record TopAtMost(int rows) implements PagingCheck {

        @Override
        public Outcome judge(ClientEvidence evidence) {
            return evidence.every(
                    "No more than " + rows + " rows should be asked for at once",
                    call -> call.options().containsKey("top"),
                    call -> call.option("top").matches("\\d{1,9}") && Integer.parseInt(call.option("top")) <= rows);
        }
    }

    /** A page begins where the one before ended. */
    @JsonTypeName("no-overlapping-pages")
    record NoOverlappingPages() implements PagingCheck {

        @Override
        public Outcome judge(ClientEvidence evidence) {
            boolean touched = false;
            for (List<ObservedCall> pages : evidence.lists()) {
                Set<String> seen = new HashSet<>();
                for (int i = 0; i < pages.size(); i++) {
                    ObservedCall page = pages.get(i);
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
        }

        private static boolean isGap(ObservedCall before, ObservedCall page) {
            String skip = page.option("skip");
            String skipped = before.options().getOrDefault("skip", "0");
            return skip.matches("\\d{1,9}")
                    && skipped.matches("\\d{1,9}")
                    && Integer.parseInt(skip)
                            > Integer.parseInt(skipped) + before.rows().size();
        }

        private static boolean isAny(ObservedCall page, Set<String> seen) {
            boolean found = false;
            for (Object row : page.rows()) {
                if (row instanceof Map<?, ?> record && record.get("id") != null) {
                    found |= !seen.add(String.valueOf(record.get("id")));
                }
            }
            return found;
        }
    }
}
