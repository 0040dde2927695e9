package io.alignemulator.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A site for {@code bench/access.sh}: a large one, one story in a hundred in a program that its lead sees and nothing else. */
final class ScopedLists {

    private static final int PROGRAM = 99;

    private ScopedLists() {}

    /** Arguments: folder, number of records. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        LargeSite.write(folder, Long.parseLong(args[1]));
        add(folder, "Programs", """
                {"id": 99, "title": "One in a hundred", "portfolioId": 1, "teamId": 999}""");
        add(folder, "Teams", """
                {"id": 999, "name": "Leads", "type": 2, "programId": 99}""");
        add(folder, "Users", """
                {"id": 9999, "firstName": "Lee", "lastName": "Lead", "email": "lee.lead@example.com", "roleId": 92,
                 "teams": [{"teamId": 999, "roleId": 12}]}""");
        add(folder, "_tokens", """
                {"token": "user:9999|lead", "userId": 9999}""");
        ArrayNode stories = read(folder.resolve("Stories.json"));
        for (int i = 0; i < stories.size(); i += 100) {
            ((ObjectNode) stories.get(i)).put("programId", PROGRAM);
        }
        Files.writeString(folder.resolve("Stories.json"), stories.toString());
    }

    private static void add(Path folder, String file, String record) throws IOException {
        Path path = folder.resolve(file + ".json");
        ArrayNode records = read(path);
        records.add(JsonMapper.shared().readTree(record));
        Files.writeString(path, records.toString());
    }

    private static ArrayNode read(Path file) {
        return (ArrayNode) JsonMapper.shared().readTree(file.toFile());
    }
}
