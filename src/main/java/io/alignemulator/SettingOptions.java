package io.alignemulator;

import io.alignemulator.settings.Setting;
import io.alignemulator.settings.SettingException;
import io.alignemulator.settings.Settings;
import io.alignemulator.spelling.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Settings on the command line and in the environment. The options are made from the table of settings; an option beats its environment variable, and a variable that is empty counts as
 * not set, as in a compose file that passes on what may be missing.
 */
final class SettingOptions {

    private static final String PREFIX = "ALIGN_EMULATOR_";

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
        refuseUnknown(environment);
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

    /** A variable with our prefix and a name that is none would otherwise do nothing, without a word. */
    private static void refuseUnknown(Map<String, String> environment) {
        List<String> known =
                Settings.ALL.stream().map(Setting::environmentVariable).toList();
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith(PREFIX) && !known.contains(name)) {
                throw new SettingException("There is no setting for the environment variable " + name
                        + Nearest.hint(name, known) + (Nearest.of(name, known).isPresent() ? "" : "."));
            }
        }
    }
}
