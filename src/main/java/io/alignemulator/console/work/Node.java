package io.alignemulator.console.work;

import io.alignemulator.console.view.Item;

/**
 * A record in the tree.
 *
 * @param key resource and id, {@code Epic/1001}
 * @param href address of what hangs on it; empty where nothing does
 * @param done records right below that are done, of {@code total} that count
 */
public record Node(Item item, String key, String href, int done, int total) {

    /** The progress in words. */
    public String progress() {
        return done + " of " + total + " done";
    }
}
