/** Who may do what: personas, roles, memberships, and why somebody does not see something. */
@NullMarked
package io.alignemulator.console.people;

import org.jspecify.annotations.NullMarked;
