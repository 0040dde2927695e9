package io.alignemulator.console.objectives;

import io.alignemulator.console.view.Frame;
import io.alignemulator.console.view.Item;
import java.util.List;

/**
 * What the page of objectives prints.
 *
 * @param goals with what hangs on them
 * @param loose objectives that hang on no goal
 * @param previous address of the goals before; empty for none
 * @param next address of those after
 */
public record ObjectivesView(Frame frame, List<Node> goals, List<Node> loose, String previous, String next) {

    /**
     * A goal or an objective.
     *
     * @param aside what else is to be known; empty for nothing
     * @param keyResults its own
     * @param below objectives that hang on it
     * @param more what is not shown, in words; empty for nothing
     */
    public record Node(
            Item item, String aside, Completion progress, List<Result> keyResults, List<Node> below, String more) {}

    /**
     * A key result.
     *
     * @param values from where to where, in words
     */
    public record Result(Item item, String values, Completion progress) {}
}
