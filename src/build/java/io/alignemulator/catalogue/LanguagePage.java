package io.alignemulator.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Build step: the tables of all keys of the catalogue in {@code docs/add-a-resource.md}, made from the descriptions of the schema. The rest of the page is written by hand. */
public final class LanguagePage {

    /** The page, below the root of the project. */
    public static final String PAGE = "docs/add-a-resource.md";

    private static final String BEGIN = "<!-- keys -->\n";
    private static final String END = "<!-- end of keys -->";

    private LanguagePage() {}

    /** The page as it is, with fresh tables. */
    public static String text(Path root) throws IOException {
        String page = Files.readString(root.resolve(PAGE));
        JsonNode schema = JsonMapper.shared()
                .readTree(Files.readAllBytes(root.resolve("openapi").resolve(CatalogueSource.SCHEMA)));
        String tables = schema.path("$defs")
                .valueStream()
                .filter(each -> each.has("title"))
                .map(each -> table(schema, each))
                .collect(Collectors.joining());
        return page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + tables + page.substring(page.indexOf(END));
    }

    private static String table(JsonNode schema, JsonNode part) {
        JsonNode keys = part.has("properties") ? part : part.path("additionalProperties");
        String about = part.path("description").asString("");
        StringBuilder table = new StringBuilder("\n### " + part.path("title").asString() + "\n\n");
        table.append(about.isEmpty() ? "" : about + "\n\n");
        if (keys.has("properties")) {
            table.append("| Key | Meaning |\n|---|---|\n");
            keys.path("properties")
                    .forEachEntry((key, value) -> table.append("| `%s`%s | %s |\n"
                            .formatted(key, isRequired(keys, key) ? " *" : "", meaning(schema, value))));
        }
        return table.append("\n").toString();
    }

    private static boolean isRequired(JsonNode part, String key) {
        return part.path("required").valueStream().anyMatch(each -> each.asString()
                .equals(key));
    }

    /** The description of the key, else of what it refers to, and the values where they are few. */
    private static String meaning(JsonNode schema, JsonNode value) {
        String reference = value.path("$ref").asString("#").substring(1);
        JsonNode target = schema.at(reference);
        String own = value.path("description").asString("");
        String text = own.isEmpty() && !reference.isEmpty()
                ? target.path("description").asString("")
                : own;
        String values = value.path("enum")
                .valueStream()
                .map(each -> "`" + each.asString() + "`")
                .collect(Collectors.joining(", "));
        return (text + (values.isEmpty() ? "" : " One of " + values + "."))
                .trim()
                .replace("|", "\\|");
    }
}
