package io.alignemulator.settings;

import java.util.stream.Collectors;

/** The settings for the documentation: a page in Markdown, one line per setting. */
public final class SettingsTable {

    private static final String INTRODUCTION = """
            # Settings

            Generated from `Settings.java`; `mvn -q process-classes exec:java@refresh-generated-files` refreshes it.

            Each setting is an option of the command line and an environment variable; the option wins, and an empty variable counts as not set. A switch may
            stand without its value: `--post-location` is `--post-location=on`. Evidence says how sure the default is (S the vendor's overview of the API, D
            another official page, O observed, I inferred; see [fidelity](fidelity.md)); `-` marks a setting of the emulator itself.

            A sandbox may have its own value of each setting marked *sandbox*; the others belong to the server.

            | Option | Environment variable | Values | Default | Evidence | Of | What it does |
            |---|---|---|---|---|---|---|
            """;

    private SettingsTable() {}

    /** The whole page. */
    public static String page() {
        return Settings.ALL.stream().map(SettingsTable::line).collect(Collectors.joining("", INTRODUCTION, ""));
    }

    private static String line(Setting<?> setting) {
        return "| `--%s` | `%s` | %s | %s | %s | %s | %s |\n"
                .formatted(
                        setting.name(),
                        setting.environmentVariable(),
                        code(setting.values()),
                        setting.fallback().isEmpty() ? "none" : code(setting.fallback()),
                        setting.evidence().split(" ", 2)[0],
                        Settings.isPerSandbox(setting) ? "sandbox" : "server",
                        setting.about());
    }

    private static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }
}
