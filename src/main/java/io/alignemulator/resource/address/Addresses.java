package io.alignemulator.resource.address;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.resource.address.Endpoint.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the address that a path below {@link #BASE} stands for (rules ADDR-01 to ADDR-12): literal segments match in
 * any case, the first one in the singular too, and ids are integers. What is not among the {@link Endpoints} is not
 * there: 404 with an empty body.
 */
public final class Addresses {

    /** Where the API begins; matched in any case. */
    public static final String BASE = "/rest/align/api/2";

    private final Endpoints endpoints;
    private final AddressTable<Endpoint> table = new AddressTable<>();

    public Addresses(Catalogue catalogue, boolean singularPaths) {
        this.endpoints = Endpoints.of(catalogue);
        for (Endpoint endpoint : endpoints.all()) {
            List<Segment> segments = endpoint.segments();
            table.add(AddressTable.ANY, segments, endpoint);
            if (singularPaths) {
                for (String singular : endpoints.singular(segments.get(0).name())) {
                    List<Segment> alias = new ArrayList<>(segments);
                    alias.set(0, new Segment.Word(singular));
                    table.add(AddressTable.ANY, alias, endpoint);
                }
            }
        }
    }

    /** All addresses, in the order of the catalogue. */
    public Endpoints endpoints() {
        return endpoints;
    }

    /** The part of a path, not decoded, that would lead to a record if it were a number. */
    public Optional<String> misfit(String path) {
        List<String> parts = endpoints.parts(path);
        return endpoints.all().stream()
                .flatMap(endpoint -> endpoint.misfit(parts).stream())
                .findFirst();
    }

    /** @param path below the base, starting with a slash; not decoded */
    public Optional<Address> find(String path) {
        for (AddressTable.Found<Endpoint> found : table.find(path)) {
            Optional<Address> address = Address.of(found.at(AddressTable.ANY).orElseThrow(), found.variables());
            if (address.isPresent()) {
                return address;
            }
        }
        return Optional.empty();
    }
}
