/** The real server's lenient JSON, token by token: its states, its sentences with their places. Knows no model. */
@NullMarked
package io.alignemulator.resource.body.token;

import org.jspecify.annotations.NullMarked;
