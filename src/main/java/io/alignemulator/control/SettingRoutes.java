package io.alignemulator.control;

import io.alignemulator.control.bind.ControlException;
import io.alignemulator.protocol.SettingsChange;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.RateLimit;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.settings.Setting;
import io.alignemulator.settings.SettingException;
import io.alignemulator.settings.Settings;
import io.alignemulator.spelling.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Routes about the settings of a site. Names as on the command line, or in camel case: {@code page-cap} is {@code pageCap}. */
final class SettingRoutes {

    List<Route> all() {
        return List.of(
                Route.get("/settings", "The settings of the site.")
                        .answersAs("application/json")
                        .by((call, sandbox) -> settings(sandbox)),
                Route.put("/settings", "Changes the settings that the body names.")
                        .body(SettingsChange.class, "{\"pageCap\": 5}")
                        .answersAs("application/json")
                        .by((call, sandbox) -> {
                            Map<String, String> changes =
                                    written(call.body(SettingsChange.class).settings(), Set.of());
                            changed(sandbox.state().settings(), changes);
                            sandbox.settings(settings -> changed(settings, changes));
                            return settings(sandbox);
                        }),
                Route.delete("/settings", "Brings back the settings of the beginning.")
                        .by((call, sandbox) -> {
                            sandbox.settings(settings -> sandbox.seed().settings());
                            return Response.empty(204);
                        }));
    }

    private static Response settings(Sandbox sandbox) {
        return Answers.json(200, sandbox.state().settings().ofSandbox());
    }

    /**
     * The settings that a body names, as they are written on the command line.
     *
     * @param others keys that the body may have besides, of which one may have been meant
     */
    static Map<String, String> written(Map<String, Object> settings, Set<String> others) {
        Map<String, String> written = new TreeMap<>();
        settings.forEach((name, value) -> {
            String setting = setting(name, others).name();
            if (value instanceof Boolean flag) {
                written.put(setting, flag ? "on" : "off");
            } else if (value instanceof String || value instanceof Number) {
                written.put(setting, value.toString());
            } else {
                throw new ControlException(400, name + " is a text, a number or a switch.");
            }
        });
        return written;
    }

    private static Setting<?> setting(String name, Set<String> others) {
        String kebab = name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        Optional<Setting<?>> found =
                Settings.ALL.stream().filter(each -> each.name().equals(kebab)).findFirst();
        if (found.isEmpty()) {
            List<String> known = Stream.concat(others.stream(), ofSites()).toList();
            throw new ControlException(400, "There is no setting '" + name + "'" + Nearest.hint(name, known) + ".");
        }
        if (!Settings.isPerSandbox(found.get())) {
            throw new ControlException(400, "The setting " + kebab + " belongs to the server as a whole.");
        }
        return found.get();
    }

    private static Stream<String> ofSites() {
        return Settings.ALL.stream().filter(Settings::isPerSandbox).map(each -> inJson(each.name()));
    }

    /** {@code page-cap} is {@code pageCap}. */
    static String inJson(String name) {
        Matcher letters = Pattern.compile("-(.)").matcher(name);
        return letters.replaceAll(each -> each.group(1).toUpperCase(Locale.ROOT));
    }

    static Settings changed(Settings settings, Map<String, String> changes) {
        try {
            Settings changed = settings.with(changes);
            RateLimit.of(changed);
            return changed;
        } catch (SettingException e) {
            throw new ControlException(400, String.valueOf(e.getMessage()));
        }
    }
}
