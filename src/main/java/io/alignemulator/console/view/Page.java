package io.alignemulator.console.view;

/** A page: what it shows is computed from one moment of a site. */
@FunctionalInterface
public interface Page {

    /** What this glance shows. */
    Shown show(Glance glance);
}
