/** What it comes to: verdicts by requirement, known failures, and the forms in which people and build servers read them. */
@NullMarked
package io.alignemulator.conformance.report;

import org.jspecify.annotations.NullMarked;
