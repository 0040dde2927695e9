package io.alignemulator.resource.rules.effects;

import io.alignemulator.world.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a flow, and the states that they stand for.
 *
 * @param on flag of a flow whose steps stand for states
 * @param state key of a step that holds its state
 * @param order key of a step that orders the steps
 * @param active flag of a step that is in use; without it the step is passed over
 */
record Steps(String on, String state, String order, String active) {

    private static final Long YES = 1L;
    private static final Long NO = 0L;

    boolean areMapped(Row flow) {
        return YES.equals(flow.get(on));
    }

    /** The state that a step stands for; null when it stands for none. */
    @Nullable
    Object stateOf(Row flow, String array, Object step) {
        return all(flow, array)
                .filter(each -> step.equals(each.get("id")))
                .findFirst()
                .<Object>map(each -> each.get(state))
                .orElse(null);
    }

    /** The step for a state: the first that stands for it; else the last of the nearest state before; else the first of the nearest state behind. */
    Optional<Object> stepOf(Row flow, String array, List<Object> states, Object wanted) {
        int place = states.indexOf(wanted);
        Optional<Object> step = first(flow, array, wanted);
        for (int i = place - 1; step.isEmpty() && i >= 0; i--) {
            step = of(flow, array, states.get(i)).reduce((one, next) -> next);
        }
        for (int i = place + 1; step.isEmpty() && i < states.size(); i++) {
            step = first(flow, array, states.get(i));
        }
        return step;
    }

    private Optional<Object> first(Row flow, String array, Object wanted) {
        return of(flow, array, wanted).findFirst();
    }

    private Stream<Object> of(Row flow, String array, Object wanted) {
        return all(flow, array)
                .filter(step -> wanted.equals(step.get(state)) && !NO.equals(step.get(active)))
                .map(step -> Objects.requireNonNull(step.get("id")));
    }

    private Stream<Map<?, ?>> all(Row flow, String array) {
        Stream<?> elements = flow.get(array) instanceof List<?> list ? list.stream() : Stream.empty();
        return elements.filter(Map.class::isInstance)
                .<Map<?, ?>>map(each -> (Map<?, ?>) each)
                .sorted(Comparator.comparingLong(step -> step.get(order) instanceof Long number ? number : 0L));
    }
}
