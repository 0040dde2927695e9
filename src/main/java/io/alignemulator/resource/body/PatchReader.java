package io.alignemulator.resource.body;

import io.alignemulator.resource.body.token.BodyToken;
import io.alignemulator.resource.body.token.ReadException;
import io.alignemulator.resource.body.token.SiteReader;
import io.alignemulator.resource.body.token.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads the body of a PATCH as the framework does: as a tree first, in which every text that looks like a timestamp becomes a date and so is written otherwise (rule PTCH-04), then
 * as operations. For one body and one thread.
 */
public final class PatchReader {

    private static final String MALFORMED = "The JSON patch document was malformed and could not be parsed.";

    private final SiteReader reader;
    private final String type;
    private final Errors errors = new Errors();
    private final Set<String> rewritten = new HashSet<>();
    private final Set<String> zoneless = new HashSet<>();

    private PatchReader(String text, String resource) {
        this.reader = new SiteReader(text, true);
        this.type = "Microsoft.AspNetCore.JsonPatch.Operations.Operation`1[" + resource + "]";
    }

    /** @param resource name of the type that is patched */
    public static PatchReading read(String text, String resource) {
        PatchReader patch = new PatchReader(text, resource);
        Optional<List<Optional<SentOperation>>> operations;
        try {
            operations = patch.operations();
        } catch (ReadException e) {
            return new PatchReading(
                    Optional.empty(), Map.of(patch.reader.path(), List.of(MALFORMED)), Set.of(), Set.of(), false);
        }
        boolean lenient = patch.reader.isLenient() || !patch.reader.isAtEnd();
        return new PatchReading(operations, patch.errors.byPath(), patch.rewritten, patch.zoneless, lenient);
    }

    private Optional<List<Optional<SentOperation>>> operations() {
        if (!reader.read(Wanted.ANY) || reader.token() == BodyToken.NULL) {
            return Optional.empty();
        }
        if (reader.token() != BodyToken.START_ARRAY) {
            throw reader.problem(MALFORMED);
        }
        List<Optional<SentOperation>> operations = new ArrayList<>();
        while (true) {
            FreeReader.next(reader);
            if (reader.token() == BodyToken.END_ARRAY) {
                return Optional.of(operations);
            }
            operations.add(operation(operations.size()));
        }
    }

    private Optional<SentOperation> operation(int index) {
        String place = "[" + index + "]";
        if (reader.token() == BodyToken.START_OBJECT) {
            return Optional.of(members(place));
        }
        if (reader.token() == BodyToken.START_ARRAY) {
            FreeReader.value(reader);
            errors.add(
                    place,
                    "",
                    "Cannot deserialize the current JSON array (e.g. [1,2,3]) into type '" + type
                            + "' because the type requires a JSON object (e.g. {\"name\":\"value\"}) to deserialize correctly.");
        } else if (reader.value() != null && !reader.value().equals("")) {
            String shown = reader.token() == BodyToken.TEXT
                    ? "\"" + reader.value() + "\""
                    : NetText.shown(FreeReader.value(reader));
            errors.add(
                    place, "", reader.sentence("Error converting value " + shown + " to type '" + type + "'.", place));
        }
        return Optional.empty();
    }

    private SentOperation members(String place) {
        Map<String, JsonNode> members = new HashMap<>();
        while (true) {
            FreeReader.next(reader);
            if (reader.token() == BodyToken.END_OBJECT) {
                return new SentOperation(
                        text(members, "op"),
                        members.containsKey("op"),
                        text(members, "path"),
                        text(members, "from"),
                        members.getOrDefault("value", JsonNodeFactory.instance.nullNode()),
                        members.containsKey("value"));
            }
            String key = String.valueOf(reader.value()).toLowerCase(Locale.ROOT);
            FreeReader.next(reader);
            boolean isText = key.equals("op") || key.equals("path") || key.equals("from");
            if (isText && reader.token().isStart()) {
                String at = place + "." + key;
                String wrong = "Error reading string. Unexpected token: " + reader.token() + ".";
                errors.add(at, "", reader.sentence(wrong, at));
            }
            members.put(key, FreeReader.value(reader, isText ? text -> text : this::rewritten));
        }
    }

    private static Optional<String> text(Map<String, JsonNode> members, String key) {
        @Nullable JsonNode member = members.get(key);
        return member == null || member.isNull() ? Optional.empty() : Optional.of(NetText.shown(member));
    }

    private String rewritten(String text) {
        Optional<DateTexts.Found> found = DateTexts.timestamp(text);
        if (found.isEmpty()) {
            return text;
        }
        String written = DateTexts.written(found.get().instant());
        if (!written.equals(text)) {
            rewritten.add(written);
        }
        if (found.get().form() == DateTexts.Form.ZONELESS) {
            zoneless.add(written);
        }
        return written;
    }
}
