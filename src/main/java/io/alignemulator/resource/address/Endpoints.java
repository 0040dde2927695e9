package io.alignemulator.resource.address;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Route;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.resource.address.Endpoint.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All addresses of the API as a list (rules ADDR), made from the catalogue. Immutable. */
public final class Endpoints {

    private final List<Endpoint> all;
    private final Map<String, String> plurals;

    private Endpoints(List<Endpoint> all, Map<String, String> plurals) {
        this.all = List.copyOf(all);
        this.plurals = Map.copyOf(plurals);
    }

    public static Endpoints of(Catalogue catalogue) {
        List<Endpoint> all = new ArrayList<>();
        Map<String, String> plurals = new LinkedHashMap<>();
        for (Resource resource : catalogue.resources()) {
            for (Route route : resource.routes()) {
                List<Segment> collection = segments(resource, route);
                all.addAll(of(resource, route, collection));
                if (collection.size() == 1) {
                    plurals.put(lower(resource.singular()), collection.get(0).toString());
                }
            }
        }
        all.add(new Endpoint(
                Endpoint.Kind.WHOAMI,
                catalogue.resource("User").routes().get(0),
                List.of(new Segment.Word("users"), new Segment.Word("whoami")),
                catalogue.resource("User"),
                List.of("GET")));
        return new Endpoints(all, plurals);
    }

    private static List<Segment> segments(Resource resource, Route route) {
        return route.segments().stream()
                .map(text -> Route.variable(text)
                        .map(name -> variable(resource, name))
                        .orElseGet(() -> new Segment.Word(lower(text))))
                .toList();
    }

    private static Segment variable(Resource resource, String name) {
        return resource.field(name).type().kind() == Kind.INTEGER
                ? new Segment.WholeNumber(name)
                : new Segment.AnyText(name);
    }

    private static List<Endpoint> of(Resource resource, Route route, List<Segment> collection) {
        List<Endpoint> endpoints = new ArrayList<>();
        List<Segment> item = and(collection, new Segment.WholeNumber("id"));
        boolean creates = resource.verbs().contains(Verb.CREATE);
        endpoints.add(new Endpoint(
                Endpoint.Kind.COLLECTION,
                route,
                collection,
                resource,
                creates ? List.of("GET", "POST") : List.of("GET")));
        endpoints.add(new Endpoint(Endpoint.Kind.ITEM, route, item, resource, itemMethods(resource)));
        for (String name : resource.subResources()) {
            Endpoint.Kind kind = Endpoint.Kind.valueOf(name.toUpperCase(Locale.ROOT));
            endpoints.add(new Endpoint(kind, route, and(item, new Segment.Word(name)), resource, List.of("GET")));
        }
        return endpoints;
    }

    private static List<String> itemMethods(Resource resource) {
        List<String> methods = new ArrayList<>(List.of("GET"));
        if (resource.verbs().contains(Verb.UPDATE)) {
            methods.addAll(List.of("PATCH", "PUT"));
        }
        if (resource.verbs().contains(Verb.DELETE)) {
            methods.add(0, "DELETE");
        }
        return List.copyOf(methods);
    }

    private static List<Segment> and(List<Segment> segments, Segment last) {
        List<Segment> more = new ArrayList<>(segments);
        more.add(last);
        return List.copyOf(more);
    }

    /** In the order of the catalogue. */
    public List<Endpoint> all() {
        return all;
    }

    /** The address that a path is one of. */
    public Optional<Endpoint> find(List<String> parts) {
        return all.stream().filter(endpoint -> endpoint.matches(parts)).findFirst();
    }

    /** The collection's name in the plural, in lower case; other words stay. */
    String plural(String word) {
        return plurals.getOrDefault(word, word);
    }

    /** What the collection is called in the singular, in lower case. */
    List<String> singular(String plural) {
        return plurals.entrySet().stream()
                .filter(each -> each.getValue().equals(plural))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The first words of all addresses, for messages. */
    public List<String> collections() {
        return all.stream()
                .map(endpoint -> endpoint.segments().get(0).toString())
                .distinct()
                .sorted()
                .toList();
    }

    /** The parts of a path below the base: in lower case, the collection in the plural, a slash at the end ignored. */
    public List<String> parts(String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String[] parts =
                lower(trimmed.startsWith("/") ? trimmed.substring(1) : trimmed).split("/", -1);
        parts[0] = plural(parts[0]);
        return List.copyOf(Arrays.asList(parts));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
