/** Programs behind the scripts of {@code bench/}; none of them is a test. */
package io.alignemulator.bench;
