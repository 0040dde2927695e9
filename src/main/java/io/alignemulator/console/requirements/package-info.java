/** What a client has to do, and how the one does that works on the site. */
@org.jspecify.annotations.NullMarked
package io.alignemulator.console.requirements;
