/**
 * What is known about the real server, rule by rule, and which of the rules a site has switched. The rules are written in {@code openapi/rules.yaml}; the build compiles them
 * into the one file that {@link io.alignemulator.rules.RuleBook} reads. The lowest room of the house.
 */
@NullMarked
package io.alignemulator.rules;

import org.jspecify.annotations.NullMarked;
