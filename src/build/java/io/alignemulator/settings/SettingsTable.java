package io.alignemulator.settings;

import io.alignemulator.rules.RuleBook;
import java.util.stream.Collectors;

/** The settings for the documentation: a page in Markdown, one line per setting. */
public final class SettingsTable {

    private static final String INTRODUCTION = """
            # Settings

            Generated from `Settings.java`; `mvn -q process-classes exec:java@refresh-generated-files` refreshes it.

            Each setting is an option of the command line and an environment variable; the option wins, and an empty variable counts as not set. A switch may
            stand without its value: `--post-location` is `--post-location=on`. Rule names the rule of the
            real site that it governs, with the letter that says how it is known (see [fidelity](fidelity.md)); `-` marks a setting of the emulator itself.

            A sandbox may have its own value of each setting marked *sandbox*; the others belong to the server.

            | Option | Environment variable | Values | Default | Rule | Of | What it does |
            |---|---|---|---|---|---|---|
            """;

    private static final RuleBook BOOK = RuleBook.load();

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
                        setting.rule().equals("-") ? "-" : rule(setting.rule()),
                        Settings.isPerSandbox(setting) ? "sandbox" : "server",
                        setting.about());
    }

    private static String rule(String id) {
        return id + " (" + BOOK.find(id).orElseThrow().evidence() + ")";
    }

    private static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }
}
