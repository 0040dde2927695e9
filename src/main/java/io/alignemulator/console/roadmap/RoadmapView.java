package io.alignemulator.console.roadmap;

import io.alignemulator.console.view.Frame;
import io.alignemulator.console.view.Item;
import java.util.List;
import java.util.Optional;

/**
 * What the roadmap prints.
 *
 * @param portfolios whose roadmaps there are
 * @param title of the portfolio that is shown; empty where there is none
 * @param increments bars of the program increments
 * @param sprints bars of the anchor sprints in them
 * @param marks where increments begin, in per cent
 * @param now where the site's time stands, in per cent; empty where it is beyond the line
 * @param earlier address of the increments before; empty for none
 * @param later address of those after
 * @param next address of the next epics
 */
public record RoadmapView(
        Frame frame,
        List<Choice> portfolios,
        String title,
        String span,
        List<Bar> increments,
        List<Bar> sprints,
        List<String> marks,
        Optional<String> now,
        List<Line> lines,
        String told,
        String earlier,
        String later,
        String previous,
        String next) {

    /** Something to choose. */
    public record Choice(String title, String href, boolean chosen) {}

    /**
     * An epic or a feature.
     *
     * @param below whether it is a feature of the epic above it
     * @param dates in words
     * @param aside what else is to be known; empty for nothing
     */
    public record Line(Item item, boolean below, String dates, String aside, Bar bar) {}
}
