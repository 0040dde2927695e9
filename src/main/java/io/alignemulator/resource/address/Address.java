package io.alignemulator.resource.address;

import io.alignemulator.catalogue.Resource;
import java.util.List;

/**
 * What a path below the API's base stands for.
 *
 * @param selector the rows that the variables of a nested collection's address select
 * @param id of the record at the address or above it; 0 when the address names none
 */
public record Address(Endpoint endpoint, Selector selector, long id) {

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
