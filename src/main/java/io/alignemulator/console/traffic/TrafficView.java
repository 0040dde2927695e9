package io.alignemulator.console.traffic;

import io.alignemulator.console.view.Frame;
import java.util.List;

/**
 * What the list of calls prints.
 *
 * @param first conditions that are shown at once
 * @param others conditions behind a summary
 * @param unfiltered address of the page without conditions
 * @param rows address of the calls alone, which the page asks for anew when there are new ones
 */
public record TrafficView(
        Frame frame,
        List<ConditionField> first,
        List<ConditionField> others,
        boolean filtered,
        String unfiltered,
        String rows,
        Calls calls,
        List<FaultLine> faults,
        List<FaultPreset> presets,
        List<String> personas) {

    /** Whether a condition behind the summary was asked for. */
    public boolean isOpen() {
        return others.stream().anyMatch(each -> !each.value().isEmpty());
    }

    /** The conditions that were asked for. */
    public int conditions() {
        return (int) java.util.stream.Stream.concat(first.stream(), others.stream())
                .filter(each -> !each.value().isEmpty())
                .count();
    }

    /**
     * The calls that are meant.
     *
     * @param mistake why none is shown; empty where nothing is wrong with the conditions
     * @param told how many there are, in words
     * @param empty what to say where there is none
     * @param older address of those before; empty for none
     */
    public record Calls(String mistake, String told, List<CallLine> lines, String empty, String older) {}
}
