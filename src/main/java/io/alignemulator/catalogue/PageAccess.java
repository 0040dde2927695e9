package io.alignemulator.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a role needs for a resource (rule ACCS-08): a page of the user interface, and for writing an action besides.
 *
 * @param pages pages that open the collection; any one of them does
 * @param by field whose value says which page a record belongs to; empty when all pages open all records
 * @param cases the page of a record for each value of {@code by}
 * @param actions the action that a writing verb needs
 */
public record PageAccess(List<String> pages, Optional<String> by, Map<Long, String> cases, Map<Verb, String> actions) {

    /** What a record without a page of its own needs: internal records that no address serves. */
    public static final PageAccess NONE = new PageAccess(List.of(), Optional.empty(), Map.of(), Map.of());
}
