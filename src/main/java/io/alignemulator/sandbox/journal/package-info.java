/** What was said between clients and a sandbox: the exchanges, questions about them, and their outer forms. */
@NullMarked
package io.alignemulator.sandbox.journal;

import org.jspecify.annotations.NullMarked;
