/**
 * Sites that survive a restart. A folder holds one generation of files: a table with everything up to some moment, made by MapDB and never changed afterwards, and a log of
 * the batches since. Decision 0006 tells why it is not MapDB's own log.
 */
@NullMarked
package io.alignemulator.save.folder;

import org.jspecify.annotations.NullMarked;
