package io.alignemulator;

import io.alignemulator.settings.Setting;
import io.alignemulator.settings.Settings;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Settings on the command line and in the environment. The options are made from the table of settings; an option beats its environment variable, and a variable that is empty counts as
 * not set, as in a compose file that passes on what may be missing.
 */
final class SettingOptions {

    private SettingOptions() {}

    static OptionSpec[] of(Collection<Setting<?>> settings) {
        return settings.stream().map(SettingOptions::of).toArray(OptionSpec[]::new);
    }

    private static OptionSpec of(Setting<?> setting) {
        boolean isSwitch = setting.values().equals("on|off");
        String fallback = setting.fallback().isEmpty() ? "none" : setting.fallback();
        return Subcommand.option(
                        "--" + setting.name(),
                        String.class,
                        setting.values(),
                        setting.about() + " Default: " + fallback + ".")
                .arity(isSwitch ? "0..1" : "1")
                .fallbackValue("on")
                .build();
    }

    /**
     * What was written.
     *
     * @throws io.alignemulator.settings.SettingException with one line for whatever cannot be used
     */
    static Settings read(ParseResult parsed, Map<String, String> environment) {
        Map<String, String> written = new TreeMap<>();
        for (Setting<?> setting : Settings.ALL) {
            String variable = environment.getOrDefault(setting.environmentVariable(), "");
            if (!variable.isBlank()) {
                written.put(setting.name(), variable);
            }
            if (parsed.hasMatchedOption("--" + setting.name())) {
                written.put(setting.name(), parsed.matchedOptionValue("--" + setting.name(), ""));
            }
        }
        return Settings.of(written);
    }
}
