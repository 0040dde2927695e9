package io.alignemulator.drift;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One difference between a site and what is said of it.
 *
 * @param what kind of difference
 * @param verdict breaks: what is said does not hold; refines: it holds, and there is more
 * @param rules ids of rules that speak of it; empty where only the catalogue does
 * @param subjects what differs: Resource.key, Model.key, or an address as the probes spell it
 * @param expected what is said
 * @param observed what came; no value
 * @param where list, record, answer, write
 */
record Finding(
        String what,
        String verdict,
        List<String> rules,
        Set<String> subjects,
        String expected,
        String observed,
        Set<String> where) {

    /** What can differ. */
    enum What {
        MISSING_KEY,
        EXTRA_KEY,
        KEY_ORDER,
        TYPE,
        NULL,
        COMPUTED,
        DATE_FORM,
        ADDRESS_FORM,
        STATUS,
        HEADER,
        EXTRA_HEADER,
        BODY,
        SENTENCE,
        NOUN,
        ROWS,
        PAGE_SIZE,
        RATE_LIMIT;

        boolean isMore() {
            return this == EXTRA_KEY || this == EXTRA_HEADER || this == NOUN;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    boolean breaks() {
        return verdict.equals("breaks");
    }
}
