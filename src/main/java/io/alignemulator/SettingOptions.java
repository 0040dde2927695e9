package io.alignemulator;

import io.alignemulator.settings.Setting;
import io.alignemulator.settings.SettingException;
import io.alignemulator.settings.Settings;
import io.alignemulator.wording.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
        String fallback = setting.fallback().isEmpty() ? "none" : setting.fallback();
        return Subcommand.option(
                        "--" + setting.name(),
                        String.class,
                        setting.values(),
                        setting.about() + " Default: " + fallback + ".")
                .arity(isSwitch(setting) ? "0..1" : "1")
                .fallbackValue("on")
                .build();
    }

    /**
     * What was written.
     *
     * @throws io.alignemulator.settings.SettingException with one line for whatever cannot be used
     */
    static Settings read(ParseResult parsed, Map<String, String> environment) {
        Map<String, String> options = new TreeMap<>();
        for (Setting<?> setting : Settings.ALL) {
            if (parsed.hasMatchedOption("--" + setting.name())) {
                options.put(setting.name(), parsed.matchedOptionValue("--" + setting.name(), ""));
            }
        }
        return read(options, environment);
    }

    /** The same, of options that were read. */
    static Settings read(Map<String, String> options, Map<String, String> environment) {
        refuseUnknown(environment);
        Map<String, String> written = new TreeMap<>();
        for (Setting<?> setting : Settings.ALL) {
            String variable = environment.getOrDefault(setting.environmentVariable(), "");
            if (!variable.isBlank()) {
                written.put(setting.name(), variable);
            }
        }
        written.putAll(options);
        return Settings.of(written);
    }

    /**
     * The options of arguments that are nothing but names of settings with their values, each once, as most starts are written; read without the library that explains mistakes and help, whose two hundred
     * classes are a tenth of a start. Empty for everything else, which is left to it.
     */
    static Optional<Map<String, String>> plain(List<String> arguments) {
        Map<String, String> options = new TreeMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            Setting<?> setting = named(equals < 0 ? argument : argument.substring(0, equals));
            String next = i + 1 < arguments.size() ? arguments.get(i + 1) : "-";
            if (setting == null) {
                return Optional.empty();
            }
            String value;
            if (equals >= 0) {
                value = argument.substring(equals + 1);
            } else if (!next.startsWith("-")) {
                value = next;
                i++;
            } else if (isSwitch(setting)) {
                value = "on";
            } else {
                return Optional.empty();
            }
            if (value.isEmpty() || value.startsWith("@") || options.put(setting.name(), value) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(options);
    }

    private static @Nullable Setting<?> named(String option) {
        for (Setting<?> setting : Settings.ALL) {
            if (option.length() == setting.name().length() + 2
                    && option.startsWith("--")
                    && option.endsWith(setting.name())) {
                return setting;
            }
        }
        return null;
    }

    private static boolean isSwitch(Setting<?> setting) {
        return setting.values().equals("on|off");
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
