package io.alignemulator.console.traffic;

import io.alignemulator.console.view.Glance;
import io.alignemulator.console.view.Page;
import io.alignemulator.console.view.Shown;

/** The calls of the list without the page around them: what is asked for when a new call came. */
public final class RowsPage implements Page {

    @Override
    public Shown show(Glance glance) {
        return Shown.of("calls.jte", TrafficPage.calls(glance));
    }
}
