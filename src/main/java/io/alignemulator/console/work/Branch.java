package io.alignemulator.console.work;

import java.util.List;

/**
 * Records that hang on one, or on none, a page of them.
 *
 * @param more address of the next page; empty for none
 */
public record Branch(List<Node> nodes, String more) {}
