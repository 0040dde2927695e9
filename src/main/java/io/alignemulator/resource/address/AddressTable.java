package io.alignemulator.resource.address;

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
import org.jspecify.annotations.Nullable;

/**
 * Addresses and what is found at them: the one matcher of the server, for the API, the control API and the pages. Words
 * match in any case, each segment is decoded for itself, so that an encoded slash separates nothing, and one slash at
 * the end counts for nothing. One step a segment. Filled before it is used; then safe for any number of threads.
 */
public final class AddressTable<T> {

    /** A method of a row that takes every method. */
    public static final String ANY = "*";

    /**
     * Everything that a path leads to.
     *
     * @param byMethod in the order in which the rows were added
     * @param variables values by name, decoded
     * @param below what of the path follows the address, as it was sent; for an address that takes whatever is below it
     */
    public record Found<T>(Map<String, T> byMethod, Map<String, String> variables, String below) {

        /** What takes the method. */
        public Optional<T> at(String method) {
            return Optional.ofNullable(byMethod.getOrDefault(method, byMethod.get(ANY)));
        }
    }

    private static final class Node<T> {
        private final Map<String, Node<T>> words = new HashMap<>();
        private final Map<Segment, Node<T>> variables = new LinkedHashMap<>();
        private final Map<String, T> here = new LinkedHashMap<>();
        private @Nullable T below;
    }

    private final Node<T> root = new Node<>();

    /** @param path literal and {@code {variable}} segments, beginning with a slash */
    public void add(String method, String path, T target) {
        node(segments(path)).here.putIfAbsent(method, target);
    }

    /** Adds an address that takes every path below it for which there is no other, and its own. */
    public void addTree(String path, T target) {
        node(segments(path)).below = target;
    }

    void add(String method, List<Segment> address, T target) {
        node(address).here.putIfAbsent(method, target);
    }

    private static List<Segment> segments(String path) {
        if (path.equals("/")) {
            return List.of();
        }
        return Arrays.stream(path.substring(1).split("/", -1))
                .map(text -> Route.variable(text)
                        .<Segment>map(Segment.AnyText::new)
                        .orElseGet(() -> new Segment.Word(text.toLowerCase(Locale.ROOT))))
                .toList();
    }

    private Node<T> node(List<Segment> address) {
        Node<T> node = root;
        for (Segment segment : address) {
            node = segment instanceof Segment.Word word
                    ? node.words.computeIfAbsent(word.word(), each -> new Node<>())
                    : node.variables.computeIfAbsent(segment, each -> new Node<>());
        }
        return node;
    }

    /**
     * All addresses that a path is one of, the most literal first; an address that takes whatever is below it comes last.
     *
     * @param path as sent, beginning with a slash
     */
    public List<Found<T>> find(String path) {
        List<Found<T>> found = new ArrayList<>(2);
        collect(root, Walk.of(path), 0, Map.of(), found);
        return found;
    }

    /**
     * A path, whose segments are cut out where one is looked for.
     *
     * @param segments how many it has, without the empty one after a slash at the end
     * @param slashes where the slash before each of them stands, and where the last one ends
     */
    private record Walk(String path, int segments, int[] slashes) {

        static Walk of(String path) {
            int segments = 0;
            int[] slashes = new int[8];
            for (int slash = 0; slash < path.length(); slash = slashes[segments]) {
                int next = path.indexOf('/', slash + 1);
                int end = next < 0 ? path.length() : next;
                if (next < 0 && end == slash + 1) {
                    break;
                }
                if (++segments == slashes.length) {
                    slashes = Arrays.copyOf(slashes, 2 * slashes.length);
                }
                slashes[segments] = end;
            }
            return new Walk(path, segments, slashes);
        }

        String segment(int depth) {
            return QueryString.decode(path.substring(slashes[depth] + 1, slashes[depth + 1]), false);
        }

        String below(int depth) {
            boolean slashed = depth == segments && path.endsWith("/");
            return depth < segments ? path.substring(slashes[depth]) : slashed ? "/" : "";
        }
    }

    private void collect(Node<T> at, Walk walk, int depth, Map<String, String> variables, List<Found<T>> found) {
        if (depth == walk.segments()) {
            if (!at.here.isEmpty()) {
                found.add(new Found<>(at.here, variables, ""));
            }
        } else if (!at.words.isEmpty() || !at.variables.isEmpty()) {
            String text = walk.segment(depth);
            Node<T> word = at.words.get(text.toLowerCase(Locale.ROOT));
            if (word != null) {
                collect(word, walk, depth + 1, variables, found);
            }
            for (Map.Entry<Segment, Node<T>> variable : at.variables.entrySet()) {
                if (variable.getKey().accepts(text)) {
                    Map<String, String> more = new LinkedHashMap<>(variables);
                    more.put(variable.getKey().name(), text);
                    collect(variable.getValue(), walk, depth + 1, more, found);
                }
            }
        }
        if (at.below != null) {
            found.add(new Found<>(Map.of(ANY, at.below), variables, walk.below(depth)));
        }
    }
}
