package io.alignemulator.console.view;

/**
 * A page that is to be printed.
 *
 * @param status of the answer
 * @param template its name below {@code src/main/jte}
 * @param view what the template prints
 */
public record Shown(int status, String template, Object view) {

    /** A page that is there. */
    public static Shown of(String template, Object view) {
        return new Shown(200, template, view);
    }
}
