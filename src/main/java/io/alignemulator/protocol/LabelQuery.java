package io.alignemulator.protocol;

import io.alignemulator.protocol.json.Doc;
import java.util.Map;
import java.util.Optional;

/** Which sandboxes are meant. */
@Doc("Which sandboxes are meant")
public record LabelQuery(
        @Doc(value = "A label and its value with an equals sign between them", example = "\"build=42\"")
        Optional<String> label) {

    /** Whether a sandbox with those labels is meant; each is where no label is asked for. */
    public boolean takes(Map<String, String> labels) {
        return label.isEmpty()
                || labels.entrySet().stream()
                        .anyMatch(each -> label.get().equals(each.getKey() + "=" + each.getValue()));
    }
}
