package io.alignemulator.control;

import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.Sandbox;

/**
 * One line of the control API's table.
 *
 * @param path literal and {@code {variable}} segments
 * @param summary one sentence for the documentation
 */
record Route(String method, String path, String summary, Handler handler) {

    /** What a route does to a sandbox. */
    @FunctionalInterface
    interface Handler {
        Response answer(Call call, Sandbox sandbox);
    }
}
