package io.alignemulator.resource.call;

import io.alignemulator.settings.Settings;

/**
 * All that the answer of a GET hangs on, the clock excepted: a world never changes, so the same question has the same answer.
 *
 * @param moment stands for the world
 * @param user the caller's id
 * @param base address of the API as the client used it
 * @param path below it, as sent
 * @param query as sent
 */
record Question(Object moment, Settings settings, long user, String base, String path, String query) {

    static Question of(Context context, String path, String query) {
        return new Question(
                context.world().moment(), context.settings(), context.caller().id(), context.base(), path, query);
    }

    /** Of its texts, in characters. */
    int length() {
        return base.length() + path.length() + query.length();
    }
}
