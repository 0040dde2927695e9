package io.alignemulator.bench;

import io.alignemulator.fixtures.demo.DemoSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A site for {@code bench/access.sh}: the demo site with many stories, one in a hundred of them in a program that its lead sees and nothing else. */
final class ScopedLists {

    private static final int PROGRAM = 99;
    private static final int TEAM = 999;
    private static final int LEAD = 9999;

    private ScopedLists() {}

    /** Arguments: folder, number of stories. */
    public static void main(String[] args) throws IOException {
        Map<String, List<Map<String, Object>>> site =
                new LinkedHashMap<>(DemoSite.generate(DemoSite.Size.ofStories(Integer.parseInt(args[1]))));
        add(site, "Programs", Map.of("id", PROGRAM, "title", "One in a hundred", "portfolioId", 1, "teamId", TEAM));
        add(site, "Teams", Map.of("id", TEAM, "name", "Leads", "type", 2, "programId", PROGRAM));
        add(
                site,
                "Users",
                Map.of(
                        "id",
                        LEAD,
                        "firstName",
                        "Lee",
                        "lastName",
                        "Lead",
                        "email",
                        "lee.lead@example.com",
                        "roleId",
                        92,
                        "teams",
                        List.of(Map.of("teamId", TEAM, "roleId", 12))));
        add(site, "_tokens", Map.of("token", "user:9999|lead", "userId", LEAD));
        List<Map<String, Object>> stories = new ArrayList<>(site.getOrDefault("Stories", List.of()));
        for (int i = 0; i < stories.size(); i += 100) {
            Map<String, Object> story = new LinkedHashMap<>(stories.get(i));
            story.put("programId", PROGRAM);
            stories.set(i, story);
        }
        site.put("Stories", stories);
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (Map.Entry<String, List<Map<String, Object>>> file : site.entrySet()) {
            Files.writeString(folder.resolve(file.getKey() + ".json"), DemoSite.json(file.getValue()));
        }
    }

    private static void add(Map<String, List<Map<String, Object>>> site, String file, Map<String, Object> record) {
        List<Map<String, Object>> records = new ArrayList<>(site.getOrDefault(file, List.of()));
        if (file.equals("_tokens") && records.isEmpty()) {
            records.add(Map.of("token", "user:1|super-admin", "userId", 1));
        }
        records.add(record);
        site.put(file, records);
    }
}
