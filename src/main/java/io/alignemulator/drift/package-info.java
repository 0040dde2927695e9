/**
 * The drift kit: asks somebody's own site what it does, keeps the shapes of the answers and no value, and says which rules and which keys of the catalogue hold there. Probes are
 * data ({@code probes.json}); what a record should look like comes from the catalogue.
 */
@NullMarked
package io.alignemulator.drift;

import org.jspecify.annotations.NullMarked;
