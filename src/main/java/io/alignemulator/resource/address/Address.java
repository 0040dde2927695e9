package io.alignemulator.resource.address;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.resource.address.Endpoint.Segment.WholeNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a path below the API's base stands for.
 *
 * @param selector the rows that the variables of a nested collection's address select
 * @param id of the record at the address or above it; 0 when the address names none
 */
public record Address(Endpoint endpoint, Selector selector, long id) {

    /** Reads the texts of the variables; empty when one does not fit its field. */
    static Optional<Address> of(Endpoint endpoint, Map<String, String> variables) {
        Map<String, String> above = new LinkedHashMap<>(variables);
        String id = above.remove("id");
        return Selector.of(endpoint.resource(), endpoint.route(), above)
                .map(selector -> new Address(
                        endpoint,
                        selector,
                        id == null ? 0 : WholeNumber.read(id).orElseThrow()));
    }

    public Endpoint.Kind kind() {
        return endpoint.kind();
    }

    public Resource resource() {
        return endpoint.resource();
    }

    /** The methods it takes, in the order of an Allow header. */
    public List<String> methods() {
        return endpoint.methods();
    }
}
