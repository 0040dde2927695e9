package io.alignemulator.console.view;

/**
 * A page that has nothing to show but a sentence.
 *
 * @param links of the visit
 */
public record Notice(String title, String sentence, Links links) {

    /** A page that is not there. */
    public static Shown of(int status, String title, String sentence, Links links) {
        return new Shown(status, "notice.jte", new Notice(title, sentence, links));
    }
}
