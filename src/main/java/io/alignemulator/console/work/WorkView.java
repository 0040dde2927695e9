package io.alignemulator.console.work;

import io.alignemulator.console.view.Frame;
import io.alignemulator.console.view.Item;
import java.util.List;

/**
 * What the page of the hierarchy prints.
 *
 * @param loose what hangs on nothing, to be opened
 * @param found what a search found, with its kind; shown in place of the tree
 * @param q what is searched for
 * @param cut whether there may be more than was found
 */
public record WorkView(
        Frame frame,
        Branch roots,
        List<Loose> loose,
        List<Choice> choices,
        String q,
        List<Item> found,
        boolean cut,
        boolean isFiltered,
        String unfiltered,
        List<Loose> fresh) {

    /** Something that a link leads to. */
    public record Loose(String title, String key, String href) {}

    /** A menu of a filter. */
    public record Choice(String name, String label, List<Option> options) {}

    /** A line of a menu. */
    public record Option(String value, String title, boolean chosen) {}
}
