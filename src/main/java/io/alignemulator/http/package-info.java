/** The API over HTTP: addresses, requests, answers, the documentation page. The only package that knows Javalin. */
@NullMarked
package io.alignemulator.http;

import org.jspecify.annotations.NullMarked;
