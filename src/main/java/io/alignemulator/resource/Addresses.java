package io.alignemulator.resource;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Route;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The table of addresses below {@code /rest/align/api/2} (fidelity rules of section 1), made from the catalogue: literal segments match in any case, the first one in the
 * singular too, and ids are integers. What is not in the table is not there: 404 with an empty body.
 */
public final class Addresses {

    /** A collection's address, ready to be matched. */
    private record Pattern(Resource resource, Route route, List<String> segments) {}

    private final Map<String, List<Pattern>> byFirstSegment = new HashMap<>();
    private final Map<String, String> plurals = new HashMap<>();
    private final Resource users;

    public Addresses(Catalogue catalogue, boolean singularPaths) {
        users = catalogue.resource("User");
        for (Resource resource : catalogue.resources()) {
            for (Route route : resource.routes()) {
                List<String> segments =
                        route.segments().stream().map(Addresses::folded).toList();
                byFirstSegment
                        .computeIfAbsent(segments.get(0), s -> new ArrayList<>())
                        .add(new Pattern(resource, route, segments));
                if (singularPaths && segments.size() == 1) {
                    plurals.put(lower(resource.singular()), segments.get(0));
                }
            }
        }
    }

    private static String folded(String segment) {
        return Route.variable(segment).isPresent() ? segment : lower(segment);
    }

    /** @param path below the base, starting with a slash; not decoded */
    public Optional<Address> find(String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        List<String> segments = Arrays.stream(
                        trimmed.substring(Math.min(1, trimmed.length())).split("/", -1))
                .map(segment -> QueryString.decode(segment, false))
                .toList();
        String first = lower(segments.get(0));
        String collection = plurals.getOrDefault(first, first);
        if (collection.equals("users")
                && segments.size() == 2
                && segments.get(1).equalsIgnoreCase("whoami")) {
            return Optional.of(new Address.WhoAmI(users));
        }
        return byFirstSegment.getOrDefault(collection, List.of()).stream()
                .map(pattern -> match(pattern, segments))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Address> match(Pattern pattern, List<String> segments) {
        int length = pattern.segments().size();
        if (segments.size() < length || segments.size() > length + 2) {
            return Optional.empty();
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 1; i < length; i++) {
            Optional<String> variable = Route.variable(pattern.segments().get(i));
            if (variable.isPresent()) {
                variables.put(variable.get(), segments.get(i));
            } else if (!pattern.segments().get(i).equals(lower(segments.get(i)))) {
                return Optional.empty();
            }
        }
        return Selector.of(pattern.resource(), pattern.route(), variables)
                .flatMap(selector -> below(pattern.resource(), selector, segments.subList(length, segments.size())));
    }

    private static Optional<Address> below(Resource resource, Selector selector, List<String> rest) {
        if (rest.isEmpty()) {
            return Optional.of(new Address.Collection(resource, selector));
        }
        Optional<Long> id = id(rest.get(0));
        if (rest.size() == 1) {
            return id.map(number -> new Address.Item(resource, selector, number));
        }
        String name = lower(rest.get(1));
        return id.filter(number -> resource.subResources().contains(name))
                .map(number -> new Address.SubResource(resource, number, name));
    }

    private static Optional<Long> id(String text) {
        try {
            return Optional.of((long) Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
