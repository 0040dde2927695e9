package io.alignemulator.console.view;

/**
 * A page that has nothing to show but a sentence.
 *
 * @param home where to go on
 */
public record Notice(String title, String sentence, String home) {

    /** A page that is not there. */
    public static Shown of(int status, String title, String sentence) {
        return new Shown(status, "notice.jte", new Notice(title, sentence, "/"));
    }
}
