package io.alignemulator.console.work;

import io.alignemulator.console.view.Glance;
import io.alignemulator.console.view.Page;
import io.alignemulator.console.view.Shown;

/** One branch of the tree, a piece of a page for the script that opens it. */
public final class BranchPage implements Page {

    @Override
    public Shown show(Glance glance) {
        return new Branches(glance)
                .below(glance.parameter("of"))
                .map(branch -> Shown.of("branch.jte", branch))
                .orElseGet(() -> glance.missing("Nothing to open", "There is no such record."));
    }
}
