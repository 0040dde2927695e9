package io.alignemulator.console.roadmap;

/**
 * A bar on the time line.
 *
 * @param x where it begins, in per cent
 * @param width in per cent
 * @param label what stands in it; empty for nothing
 * @param title what it says to who points at it or does not see it
 * @param tone as that of an item; empty for none
 */
public record Bar(String x, String width, String label, String title, String tone) {}
