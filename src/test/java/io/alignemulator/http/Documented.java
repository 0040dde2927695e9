package io.alignemulator.http;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds every answer that the black-box tests get against the OpenAPI document: its status, its media type and its body, in which no key may stand that the document does not know.
 * Schemas are compiled once for all tests of a process.
 */
final class Documented {

    private static final String ADDRESS = "https://align.example.com/document";
    private static final String BASE = "/rest/align/api/2/";

    /** What any call may be told, by the words at the head of the document. */
    private static final Set<Integer> OF_ANY_CALL = Set.of(401, 403, 405, 408, 413, 414, 429, 431, 503, 507);

    /** What a server on somebody's own machine tells pages of others; the site has nothing like it. */
    private static final String UNKNOWN_HOST = "This server does not answer under this host name";

    /** Decimals that JSON has no numbers for are texts (rule BODY-04). */
    private static final Set<String> NO_NUMBER = Set.of("NaN", "Infinity", "-Infinity");

    private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");
    private static final Map<String, Optional<Schema>> SCHEMAS = new ConcurrentHashMap<>();
    private static final Set<UUID> RIGHT = ConcurrentHashMap.newKeySet();
    private static final Set<String> OUTSIDE = ConcurrentHashMap.newKeySet();
    private static final AtomicBoolean HELD = new AtomicBoolean();
    private static final Documented INSTANCE = new Documented();

    private final ObjectNode document;
    private final Schema root;
    private final List<Template> templates = new ArrayList<>();

    /** A path of the document, with what may stand for each segment; empty for a variable. */
    private record Template(String path, List<Set<String>> segments) {

        boolean matches(List<String> asked) {
            if (asked.size() != segments.size()) {
                return false;
            }
            for (int i = 0; i < asked.size(); i++) {
                Set<String> names = segments.get(i);
                if (!names.isEmpty() && !names.contains(asked.get(i))) {
                    return false;
                }
            }
            return true;
        }

        long variables() {
            return segments.stream().filter(Set::isEmpty).count();
        }
    }

    private Documented() {
        try (InputStream in = Catalogue.class.getResourceAsStream("/io/alignemulator/http/jira-align-2.0.json")) {
            document = JsonMapper.shared().readTree(in).asObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        document.at("/components/schemas").forEach(Documented::close);
        root = SchemaRegistry.withDefaultDialect(
                        Dialects.getOpenApi31(), b -> b.schemas(Map.of(ADDRESS, document.toString())))
                .getSchema(SchemaLocation.of(ADDRESS));
        Map<String, Set<String>> aliases = aliases();
        document.path("paths").propertyNames().forEach(path -> {
            List<Set<String>> segments = new ArrayList<>();
            for (String segment : path.substring(BASE.length()).split("/")) {
                String name = segment.toLowerCase(Locale.ROOT);
                segments.add(VARIABLE.matcher(segment).matches() ? Set.of() : aliases.getOrDefault(name, Set.of(name)));
            }
            templates.add(new Template(path, segments));
        });
        templates.sort(Comparator.comparingLong(Template::variables));
    }

    /** A key that is not in the document is a mistake of the document. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }

    private static Map<String, Set<String>> aliases() {
        Map<String, Set<String>> aliases = new HashMap<>();
        for (Resource resource : Catalogue.load().resources()) {
            for (Route route : resource.routes()) {
                String last = route.segments().get(route.segments().size() - 1).toLowerCase(Locale.ROOT);
                aliases.put(last, Set.of(last, resource.singular().toLowerCase(Locale.ROOT)));
            }
        }
        return aliases;
    }

    /** Whether answers are held against the document from now on. */
    static void hold(boolean held) {
        HELD.set(held);
    }

    /** The answers of this site are outside the document on purpose: settings give them another form. */
    static void leaveOut(URI site) {
        OUTSIDE.add(site.getAuthority());
    }

    /**
     * Fails when the answer is none that the document tells of.
     *
     * @param authority host and port of the site
     * @param target path and query as sent
     */
    static void check(String authority, String method, String target, Answer answer) {
        String path = target.split("\\?", 2)[0];
        boolean isOfTheApi = path.regionMatches(true, 0, BASE, 0, BASE.length());
        if (HELD.get()
                && isOfTheApi
                && !OUTSIDE.contains(authority)
                && !answer.body().startsWith(UNKNOWN_HOST)) {
            List<String> wrong = INSTANCE.wrong(method, path, answer);
            if (!wrong.isEmpty()) {
                throw new AssertionError(
                        "outside the document: " + method + " " + target + " -> " + answer.status() + " " + wrong);
            }
        }
    }

    private List<String> wrong(String method, String path, Answer answer) {
        List<String> asked = List.of(path.substring(BASE.length())
                .toLowerCase(Locale.ROOT)
                .replaceFirst("/$", "")
                .split("/", -1));
        Optional<String> operation = templates.stream()
                .filter(template -> template.matches(asked))
                .map(template -> pointer("/paths", template.path(), method.toLowerCase(Locale.ROOT)))
                .filter(at -> document.at(at).isObject())
                .findFirst();
        if (operation.isEmpty()) {
            boolean refused =
                    answer.status() >= 400 || List.of("HEAD", "OPTIONS").contains(method);
            return refused ? List.of() : List.of("no such operation");
        }
        String at = operation.get() + "/responses/" + answer.status();
        String response = document.at(at).path("$ref").asString("").isEmpty()
                ? at
                : document.at(at).path("$ref").asString().substring(1);
        if (document.at(response).isMissingNode()) {
            return OF_ANY_CALL.contains(answer.status()) ? List.of() : List.of("no such status");
        }
        return body(response, answer);
    }

    private List<String> body(String response, Answer answer) {
        JsonNode content = document.at(response + "/content");
        if (answer.body().isEmpty()) {
            return answer.status() < 400 && !content.isMissingNode() ? List.of("no body") : List.of();
        }
        String type = answer.header("content-type").split(";", 2)[0];
        if (!content.has(type)) {
            return List.of("no such media type: " + type);
        }
        return type.endsWith("json") ? json(pointer(response + "/content", type, "schema"), answer) : List.of();
    }

    private List<String> json(String at, Answer answer) {
        try {
            JsonNode value = answer.json();
            if (!value.isArray() || !document.at(at + "/items").isObject()) {
                return fitting(at, value);
            }
            List<String> wrong = new ArrayList<>();
            value.forEach(each -> wrong.addAll(fitting(at + "/items", each)));
            return wrong;
        } catch (JacksonException e) {
            return List.of("no JSON: " + e.getOriginalMessage());
        }
    }

    /** What is wrong with a value; one that was right before is not looked at again, for most records are answered many times. */
    private List<String> fitting(String at, JsonNode value) {
        UUID known = UUID.nameUUIDFromBytes((at + value).getBytes(StandardCharsets.UTF_8));
        if (RIGHT.contains(known)) {
            return List.of();
        }
        List<String> wrong = SCHEMAS.computeIfAbsent(at, this::compiled).orElseThrow().validate(value).stream()
                .filter(error -> !NO_NUMBER.contains(
                        value.at(error.getInstanceLocation().toString()).asString("")))
                .limit(3)
                .map(Error::toString)
                .toList();
        if (wrong.isEmpty()) {
            RIGHT.add(known);
        }
        return wrong;
    }

    private Optional<Schema> compiled(String at) {
        String reference = document.at(at).path("$ref").asString("");
        String place = reference.isEmpty() ? "#" + at : reference;
        // of the one document: a registry that is asked for a place reads and keeps the whole document for each
        return Optional.of(root.getSubSchema(SchemaLocation.of(ADDRESS + place).getFragment()));
    }

    private static String pointer(String start, String... names) {
        StringBuilder pointer = new StringBuilder(start);
        for (String name : names) {
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
