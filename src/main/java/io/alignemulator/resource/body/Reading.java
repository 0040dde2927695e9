package io.alignemulator.resource.body;

import io.alignemulator.rules.RuleId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of a body.
 *
 * @param object its members under the keys of the catalogue, their values converted; empty when the body holds nothing, or null
 * @param keys the keys of the object as sent, by the key of the catalogue
 * @param unknown keys of members that the model does not have, as sent
 * @param errors sentences by path; a body with errors is not to be used
 * @param notes the rules by which something was read otherwise than it looks
 */
public record Reading(
        Optional<ObjectNode> object,
        Map<String, String> keys,
        List<String> unknown,
        Map<String, List<String>> errors,
        Set<RuleId> notes) {}
