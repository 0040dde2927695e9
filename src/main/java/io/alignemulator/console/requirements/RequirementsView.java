package io.alignemulator.console.requirements;

import io.alignemulator.console.view.Frame;
import java.util.List;

/**
 * What the page of the requirements prints.
 *
 * @param rows address of the verdicts alone, which the page asks for anew when there are new calls
 */
public record RequirementsView(Frame frame, String rows, Verdicts verdicts) {

    /**
     * How the client does.
     *
     * @param told what it comes to, in a sentence
     * @param remarks on what was judged
     * @param failed ids of what is not met
     */
    public record Verdicts(String told, List<String> remarks, List<String> failed, List<Area> areas) {}

    /** Requirements about one thing. */
    public record Area(String name, List<Line> lines) {}

    /**
     * A requirement.
     *
     * @param level MUST, SHOULD or MAY
     * @param state in words
     * @param tone of the state: {@code good}, {@code bad}, or nothing
     * @param rule of the site that makes it so
     */
    public record Line(
            String id, String level, String says, String rule, String state, String tone, List<Failure> failures) {}

    /** Where it is not met. */
    public record Failure(String expected, List<CallLink> calls) {}

    /**
     * A call that shows it.
     *
     * @param href of its page
     */
    public record CallLink(String text, String href) {}
}
