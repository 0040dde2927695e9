/** The addresses of the API, made from the catalogue, and what a path stands for. */
@NullMarked
package io.alignemulator.resource.address;

import org.jspecify.annotations.NullMarked;
