/** What a verb is given and what it answers: the caller's context, options, responses and error responses, free of any HTTP library. */
@NullMarked
package io.alignemulator.resource.call;

import org.jspecify.annotations.NullMarked;
