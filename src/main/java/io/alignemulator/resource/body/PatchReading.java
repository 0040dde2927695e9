package io.alignemulator.resource.body;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What became of the body of a PATCH.
 *
 * @param operations each, empty where the element is null; empty as a whole when the body holds nothing, or null
 * @param errors sentences by path; a body with errors is not to be used
 * @param rewritten texts that look like timestamps, as the framework writes them, where it writes them otherwise than they were sent
 * @param zoneless those of the same texts that named no zone
 * @param lenient whether something was read that JSON forbids
 */
public record PatchReading(
        Optional<List<Optional<SentOperation>>> operations,
        Map<String, List<String>> errors,
        Set<String> rewritten,
        Set<String> zoneless,
        boolean lenient) {}
