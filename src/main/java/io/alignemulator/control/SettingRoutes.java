package io.alignemulator.control;

import io.alignemulator.control.bind.ControlCallException;
import io.alignemulator.protocol.SettingsChange;
import io.alignemulator.protocol.json.Mistake;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.settings.Setting;
import io.alignemulator.settings.SettingException;
import io.alignemulator.settings.Settings;
import io.alignemulator.wording.Nearest;
import io.alignemulator.wording.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Routes about the settings of a site. Names as on the command line, or in camel case: {@code page-cap} is {@code pageCap}. */
final class SettingRoutes {

    List<ControlRoute> all() {
        return List.of(
                ControlRoute.get("/settings", "The settings of the site.")
                        .answersAs("application/json")
                        .by((call, sandbox) -> settings(sandbox)),
                ControlRoute.put("/settings", "Changes the settings that the body names.")
                        .body(SettingsChange.class, "{\"pageCap\": 5}")
                        .answersAs("application/json")
                        .by((call, sandbox) -> {
                            Map<String, String> changes =
                                    written(call.body(SettingsChange.class).settings(), Set.of());
                            sandbox.settings(settings -> settings.with(changes));
                            return settings(sandbox);
                        }),
                ControlRoute.delete("/settings", "Brings back the settings of the beginning.")
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
     * @throws ControlCallException with everything that is wrong
     */
    static Map<String, String> written(Map<String, Object> settings, Set<String> others) {
        Map<String, String> written = new TreeMap<>();
        List<Mistake> mistakes = new ArrayList<>();
        settings.forEach((name, value) -> {
            String kebab = name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
            String text = value instanceof Boolean flag ? (flag ? "on" : "off") : String.valueOf(value);
            refusal(name, kebab, others)
                    .or(() -> refusal(kebab, value, text))
                    .ifPresentOrElse(
                            refusal -> mistakes.add(Mistake.at(name, value, refusal)), () -> written.put(kebab, text));
        });
        if (!mistakes.isEmpty()) {
            throw ControlCallException.refusing(mistakes);
        }
        return written;
    }

    private static Optional<Reason> refusal(String name, String kebab, Set<String> others) {
        Optional<Setting<?>> found = setting(kebab);
        if (found.isEmpty()) {
            String meant =
                    Nearest.hint(name, Stream.concat(others.stream(), ofSites()).toList());
            return Optional.of(Reason.notTaken("under an unknown key", "GET /_emulator/settings tells the settings")
                    .hint(meant));
        }
        return Settings.isPerSandbox(found.get())
                ? Optional.empty()
                : Optional.of(
                        Reason.notTaken("for a site", "the setting " + kebab + " belongs to the server as a whole"));
    }

    private static Optional<Reason> refusal(String kebab, @Nullable Object value, String text) {
        if (!(value instanceof Boolean || value instanceof String || value instanceof Number)) {
            return Optional.of(Reason.not("a text, a number or a switch"));
        }
        try {
            setting(kebab).ifPresent(each -> each.parse(text));
            return Optional.empty();
        } catch (SettingException e) {
            return e.refusal();
        }
    }

    private static Optional<Setting<?>> setting(String kebab) {
        return Settings.ALL.stream().filter(each -> each.name().equals(kebab)).findFirst();
    }

    private static Stream<String> ofSites() {
        return Settings.ALL.stream().filter(Settings::isPerSandbox).map(each -> inJson(each.name()));
    }

    /** {@code page-cap} is {@code pageCap}. */
    static String inJson(String name) {
        Matcher letters = Pattern.compile("-(.)").matcher(name);
        return letters.replaceAll(each -> each.group(1).toUpperCase(Locale.ROOT));
    }
}
