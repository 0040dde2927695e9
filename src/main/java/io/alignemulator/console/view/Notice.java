package io.alignemulator.console.view;

import java.util.Map;

/**
 * A page that has nothing to show but a sentence.
 *
 * @param links of the visit
 * @param onward addresses of pages that help on, by their words
 */
public record Notice(String title, String sentence, Links links, Map<String, String> onward) {

    /** A page that is not there. */
    public static Shown of(int status, String title, String sentence, Links links) {
        return of(status, title, sentence, links, Map.of());
    }

    /** A page that is not there, with one that helps on. */
    public static Shown of(int status, String title, String sentence, Links links, Map<String, String> onward) {
        return new Shown(status, "notice.jte", new Notice(title, sentence, links, onward));
    }
}
