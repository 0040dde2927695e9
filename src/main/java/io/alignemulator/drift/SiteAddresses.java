package io.alignemulator.drift;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Reference;
import io.alignemulator.catalogue.Reference.Target;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Where collections lie on a site: one below a record lies below the first record that was read there. */
final class SiteAddresses {

    /** The first record of each collection, for the keys that addresses below it are made of. */
    private final Map<String, JsonNode> firsts = new HashMap<>();

    private final Map<String, String> known;

    /** @param known variables of which no record tells what may stand there */
    SiteAddresses(Map<String, String> known) {
        this.known = known;
    }

    /** Notes what was read of a collection. */
    void read(Resource resource, List<JsonNode> records) {
        records.stream().findFirst().ifPresent(first -> firsts.put(resource.name(), first));
    }

    /** The address of a collection; empty when the record above it was not read. */
    Optional<String> of(Resource resource) {
        Route route = resource.routes().get(0);
        String path = route.path();
        for (String segment : route.segments()) {
            Optional<String> variable = Route.variable(segment);
            if (variable.isPresent()) {
                Optional<String> value =
                        Optional.ofNullable(known.get(variable.get())).or(() -> above(resource, route, variable.get()));
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                path = path.replace(segment, value.get());
            }
        }
        return Optional.of(path);
    }

    private Optional<String> above(Resource resource, Route route, String variable) {
        Optional<Target> referred = Optional.ofNullable(resource.byName().get(variable))
                .flatMap(Field::reference)
                .map(Reference::targets)
                .filter(targets -> targets.size() == 1)
                .map(targets -> targets.get(0));
        boolean isParent = referred.isEmpty() && route.above().equals(variable);
        String key = referred.map(Target::path).orElse("id");
        return referred.map(Target::resource)
                .or(() -> isParent ? route.parent() : Optional.empty())
                .flatMap(name -> Optional.ofNullable(firsts.get(name)))
                .map(first -> first.path(key).asString(""))
                .filter(value -> value.matches("[A-Za-z0-9_.-]+"));
    }
}
