package io.alignemulator.control;

import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.RateLimit;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.settings.Setting;
import io.alignemulator.settings.SettingException;
import io.alignemulator.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Routes about the settings of a site. Names as on the command line, or in camel case: {@code page-cap} is {@code pageCap}. */
final class SettingRoutes {

    List<Route> all() {
        return List.of(
                new Route("GET", "/settings", "The settings of the site.", (call, sandbox) -> settings(sandbox)),
                new Route(
                        "PUT",
                        "/settings",
                        "Changes the settings that the body names, {\"pageCap\": 5}.",
                        (call, sandbox) -> {
                            Map<String, String> changes = written(call.json(), Set.of());
                            changed(sandbox.state().settings(), changes);
                            sandbox.settings(settings -> changed(settings, changes));
                            return settings(sandbox);
                        }),
                new Route("DELETE", "/settings", "Brings back the settings of the beginning.", (call, sandbox) -> {
                    sandbox.settings(settings -> sandbox.seed().settings());
                    return Response.empty(204);
                }));
    }

    private static Response settings(Sandbox sandbox) {
        Map<String, Object> json = new LinkedHashMap<>();
        Settings.ALL.stream()
                .filter(Settings::isPerSandbox)
                .forEach(setting ->
                        json.put(setting.name(), sandbox.state().settings().text(setting)));
        return Answers.json(200, json);
    }

    /** The settings that a body names, as written; {@code others} are members that mean something else. */
    static Map<String, String> written(JsonNode json, Set<String> others) {
        Map<String, String> written = new TreeMap<>();
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            if (!others.contains(member.getKey())) {
                JsonNode value = member.getValue();
                if (value.isContainer() || value.isNull()) {
                    throw new ControlException(400, member.getKey() + " is a text, a number or a switch.");
                }
                String text = value.isBoolean() ? (value.asBoolean() ? "on" : "off") : value.asString();
                written.put(setting(member.getKey()).name(), text);
            }
        }
        return written;
    }

    private static Setting<?> setting(String name) {
        String kebab = name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        Optional<Setting<?>> found =
                Settings.ALL.stream().filter(each -> each.name().equals(kebab)).findFirst();
        if (found.isEmpty()) {
            throw new ControlException(400, "There is no setting '" + name + "'.");
        }
        if (!Settings.isPerSandbox(found.get())) {
            throw new ControlException(400, "The setting " + kebab + " belongs to the server as a whole.");
        }
        return found.get();
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
