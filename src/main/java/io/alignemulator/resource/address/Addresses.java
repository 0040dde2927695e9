package io.alignemulator.resource.address;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Route;
import io.alignemulator.resource.address.Endpoint.Segment;
import io.alignemulator.resource.call.QueryString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the address that a path below {@code /rest/align/api/2} stands for (fidelity rules of section 1): literal segments match in any case, the first one in the singular too,
 * and ids are integers. What is not among the {@link Endpoints} is not there: 404 with an empty body.
 */
public final class Addresses {

    /** Where the API begins; matched in any case. */
    public static final String BASE = "/rest/align/api/2";

    private final Endpoints endpoints;
    private final boolean singularPaths;
    private final Map<String, List<Endpoint>> byFirstWord = new HashMap<>();

    public Addresses(Catalogue catalogue, boolean singularPaths) {
        this.endpoints = Endpoints.of(catalogue);
        this.singularPaths = singularPaths;
        endpoints.all().forEach(endpoint -> byFirstWord
                .computeIfAbsent(endpoint.segments().get(0).toString(), word -> new ArrayList<>())
                .add(endpoint));
    }

    /** All addresses, in the order of the catalogue. */
    public Endpoints endpoints() {
        return endpoints;
    }

    /** @param path below the base, starting with a slash; not decoded */
    public Optional<Address> find(String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        List<String> written = Arrays.stream(
                        trimmed.substring(Math.min(1, trimmed.length())).split("/", -1))
                .map(segment -> QueryString.decode(segment, false))
                .toList();
        List<String> parts = new ArrayList<>();
        written.forEach(part -> parts.add(part.toLowerCase(Locale.ROOT)));
        if (singularPaths) {
            parts.set(0, endpoints.plural(parts.get(0)));
        }
        return byFirstWord.getOrDefault(parts.get(0), List.of()).stream()
                .filter(endpoint -> endpoint.matches(parts))
                .map(endpoint -> address(endpoint, written))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Address> address(Endpoint endpoint, List<String> written) {
        Map<String, String> variables = new LinkedHashMap<>();
        int length = endpoint.route().segments().size();
        for (int i = 1; i < length; i++) {
            Segment segment = endpoint.segments().get(i);
            if (!(segment instanceof Segment.Word)) {
                variables.put(Route.variable(endpoint.route().segments().get(i)).orElseThrow(), written.get(i));
            }
        }
        long id = endpoint.recordId(written).map(Long::parseLong).orElse(0L);
        return Selector.of(endpoint.resource(), endpoint.route(), variables)
                .map(selector -> new Address(endpoint, selector, id));
    }
}
