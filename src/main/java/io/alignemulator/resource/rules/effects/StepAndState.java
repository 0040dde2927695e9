package io.alignemulator.resource.rules.effects;

import io.alignemulator.catalogue.Field;
import io.alignemulator.world.Row;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The step of a flow and the state go together: a new step moves the state, a new state moves the step within its flow. What a call sends for both stays as sent, and a record without a
 * step stays without one.
 *
 * @param field the reference to a step
 * @param state the field of the state, a closed list in its order
 */
record StepAndState(String field, String state, Steps steps) implements WriteEffect {

    @Override
    public Row moved(Written written) {
        Object step = written.row().get(field);
        boolean newStep = written.isChanged(field);
        boolean newState = written.isChanged(state);
        if (step == null || !(newStep || newState)) {
            return written.row();
        }
        Optional<Row> flow = written.named(field).findFirst();
        if (flow.isEmpty() || !steps.areMapped(flow.get())) {
            return written.row();
        }
        if (newStep && !written.isSent(state)) {
            return withStateOf(written, flow.get(), step);
        }
        return newState && !written.isSent(field) ? withStepOf(written, flow.get(), step) : written.row();
    }

    private Row withStateOf(Written written, Row flow, Object step) {
        Object moved = steps.stateOf(flow, array(written), step);
        return moved == null ? written.row() : written.set(state, moved);
    }

    private Row withStepOf(Written written, Row flow, Object step) {
        @Nullable Object now = written.row().get(state);
        Field states = written.row().resource().field(state);
        if (now == null || now.equals(steps.stateOf(flow, array(written), step))) {
            return written.row();
        }
        return steps.stepOf(flow, array(written), states.allowed(), now)
                .map(found -> written.set(field, found))
                .orElse(written.row());
    }

    /** The array of the flow that holds its steps. */
    private String array(Written written) {
        return written.row()
                .resource()
                .field(field)
                .reference()
                .orElseThrow()
                .targets()
                .get(0)
                .path()
                .split("\\.")[0];
    }
}
