package io.alignemulator.control.bind;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.alignemulator.catalogue.Json;
import io.alignemulator.protocol.json.ControlJson;
import io.alignemulator.protocol.json.Mistake;
import io.alignemulator.resource.call.Parameters;
import io.alignemulator.wording.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes records of what was sent: the one place where bodies and queries are read. What does not fit is told and read as if
 * it were not there, so that reading goes on to the next mistake and all of them are told at once, the first hundred of very many.
 */
public final class Binder {

    private static final JsonMapper BODIES = KnownKeys.only(ControlJson.strict());
    private static final JsonMapper QUERIES = KnownKeys.only(ControlJson.texts());

    /** Behind so many nothing is read any more: each takes another reading of the whole. */
    private static final int MOST_MISTAKES = 100;

    private Binder() {}

    /**
     * What could be read, and everything that is wrong.
     *
     * @param value empty when too much is wrong
     */
    public record Bound<T>(Optional<T> value, List<Mistake> mistakes) {

        /** @throws ControlCallException with everything that is wrong */
        public T orRefuse() {
            if (!mistakes.isEmpty() || value.isEmpty()) {
                throw ControlCallException.refusing(mistakes);
            }
            return value.get();
        }
    }

    /** The body as a tree, which has to be an object; an empty body is an empty object. */
    public static ObjectNode tree(byte[] body) {
        try {
            JsonNode json = body.length == 0 ? Json.object() : Json.readStrictly(body);
            if (json instanceof ObjectNode object) {
                return object;
            }
            throw ControlCallException.refusing(new Mistake("", "", Reason.not("a JSON object")));
        } catch (JacksonException e) {
            throw ControlCallException.refusing(
                    new Mistake("", "", Reason.not("JSON").because(e.getOriginalMessage())));
        }
    }

    /** What the key {@code type} calls it; empty for what is no one of several kinds. */
    public static String kind(Class<?> type) {
        JsonTypeName name = type.getAnnotation(JsonTypeName.class);
        return name == null ? "" : name.value();
    }

    public static <T> Bound<T> read(JsonNode tree, Class<T> type) {
        return bound(BODIES, tree, type);
    }

    /** The query parameters of a record's names, in any case; of one that stands twice the first counts. */
    public static <T> T query(Parameters query, Set<String> names, Class<T> type) {
        ObjectNode tree = Json.object();
        for (Parameters.Pair pair : query.pairs()) {
            if (names.contains(pair.name()) && !tree.has(pair.name())) {
                tree.put(pair.name(), pair.value());
            }
        }
        return bound(QUERIES, tree, type).orRefuse();
    }

    private static <T> Bound<T> bound(JsonMapper mapper, JsonNode original, Class<T> type) {
        List<Mistake> mistakes = new ArrayList<>();
        JsonNode tree = original.deepCopy();
        while (true) {
            try {
                return new Bound<>(Optional.ofNullable(mapper.treeToValue(tree, type)), mistakes);
            } catch (JacksonException e) {
                Mistake mistake = Problem.of(e, original);
                boolean isTold = mistakes.stream()
                        .anyMatch(each -> each.pointer().equals(mistake.pointer())
                                || each.pointer().startsWith(mistake.pointer() + "/"));
                if (!isTold) {
                    mistakes.add(mistake);
                }
                if (mistakes.size() == MOST_MISTAKES || !removed(tree, JsonPointer.compile(mistake.pointer()))) {
                    return new Bound<>(Optional.empty(), mistakes);
                }
            }
        }
    }

    /** Takes out what is wrong, or else the innermost object around it that is a member itself. */
    private static boolean removed(JsonNode tree, JsonPointer wrong) {
        for (JsonPointer at = wrong; at != null && !at.matches(); at = at.head()) {
            if (tree.at(at.head()) instanceof ObjectNode parent
                    && parent.remove(at.last().getMatchingProperty()) != null) {
                return true;
            }
        }
        return false;
    }
}
