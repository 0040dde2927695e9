package io.alignemulator.control;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.alignemulator.access.Tokens;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.control.bind.Binder;
import io.alignemulator.control.bind.RecordSchemas;
import io.alignemulator.fixtures.FixtureReader;
import io.alignemulator.fixtures.FixtureSite;
import io.alignemulator.fixtures.file.FixtureSet;
import io.alignemulator.protocol.AccessQuestion;
import io.alignemulator.protocol.ClockChange;
import io.alignemulator.protocol.ImportRequest;
import io.alignemulator.protocol.RateLimitChange;
import io.alignemulator.protocol.SandboxRequest;
import io.alignemulator.protocol.TokenRequest;
import io.alignemulator.protocol.calls.CallMatcher;
import io.alignemulator.protocol.calls.JournalView;
import io.alignemulator.protocol.calls.VerifyRequest;
import io.alignemulator.protocol.faults.Effect;
import io.alignemulator.protocol.faults.Fault;
import io.alignemulator.protocol.json.Doc;
import io.alignemulator.resource.address.Addresses;
import io.alignemulator.sandbox.Baseline;
import io.alignemulator.sandbox.Clock;
import io.alignemulator.sandbox.Sandboxes;
import io.alignemulator.sandbox.SiteContent;
import io.alignemulator.settings.Setting;
import io.alignemulator.settings.Settings;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The page docs/control-api.md: every route, effect and key with one example each, from the table of routes and its records. */
public final class ControlApiPage {

    private static final List<Class<? extends Record>> RECORDS = List.of(
            Fault.class,
            CallMatcher.class,
            VerifyRequest.class,
            JournalView.class,
            SandboxRequest.class,
            ClockChange.class,
            RateLimitChange.class,
            ImportRequest.class,
            TokenRequest.class,
            AccessQuestion.class);

    private final StringBuilder page = new StringBuilder();

    private ControlApiPage() {}

    /** The page, as it is to be committed. */
    public static String text(Path root) {
        ControlApiPage page = new ControlApiPage();
        page.head();
        page.routes(routes(root));
        page.effects();
        RECORDS.forEach(page::record);
        page.settings();
        return page.page.toString();
    }

    private void head() {
        page.append("""
                # The control API

                Generated from the table of routes and the records of `io.alignemulator.protocol`. What a test does to a site
                besides calling it: `http://127.0.0.1:8080/_emulator` and the path. Each route acts on the default sandbox;
                those that are not about the server act on another one below `/sandboxes/<name>`. A mistake is answered with
                `{"error": "..."}`, which tells everything that is wrong, and the name that was meant where one is near.
                `GET /_emulator/openapi.json` is the same for programs.

                ## Routes

                | method | path | what | body |
                |---|---|---|---|
                """);
    }

    /** Those of a server with hardly any records. */
    static Control.Routes routes(Path root) {
        Catalogue catalogue = Catalogue.load();
        FixtureSite site = FixtureReader.read(
                FixtureSet.folder(root.resolve("fixtures/minimal").toString()), catalogue, Instant.EPOCH);
        SiteContent content = new SiteContent(site.world(), Tokens.holding(site.tokens()), Settings.DEFAULTS);
        Sandboxes sandboxes = new Sandboxes(new Baseline(content, Clock.system()));
        return new Control(
                        catalogue,
                        sandboxes,
                        new Addresses(catalogue, true),
                        Settings.DEFAULTS,
                        new Failures(),
                        Instant.EPOCH)
                .all();
    }

    private void routes(Control.Routes routes) {
        List.of(routes.ofServer(), routes.ofSandbox())
                .forEach(some -> some.forEach(route -> page.append("| ")
                        .append(route.method())
                        .append(" | `")
                        .append(route.path())
                        .append("` | ")
                        .append(route.contract().summary())
                        .append(" | ")
                        .append(code(route.contract().example()))
                        .append(" |\n")));
    }

    private void effects() {
        page.append("\n## Effects of faults\n\n| effect | what | example |\n|---|---|---|\n");
        for (Class<?> kind : Effect.class.getPermittedSubclasses()) {
            if (kind.isAnnotationPresent(JsonTypeName.class)) {
                row(Binder.kind(kind), says(kind), example(kind));
            }
        }
        for (Class<?> kind : Effect.class.getPermittedSubclasses()) {
            if (kind.isAnnotationPresent(JsonTypeName.class) && kind.getRecordComponents().length > 0) {
                page.append("\n### Effect ").append(Binder.kind(kind)).append("\n\n");
                keys(kind);
            }
        }
    }

    /** An object with the keys that it needs, and besides with those that are named. */
    private static String example(Class<?> type, String... besides) {
        List<String> members = new ArrayList<>();
        if (type.isAnnotationPresent(JsonTypeName.class)) {
            members.add("\"type\": \"" + Binder.kind(type) + "\"");
        }
        for (RecordComponent component : type.getRecordComponents()) {
            Doc doc = component.getAnnotation(Doc.class);
            boolean isShown =
                    RecordSchemas.isRequired(component) || List.of(besides).contains(component.getName());
            if (isShown && doc != null) {
                members.add("\"" + component.getName() + "\": " + doc.example());
            }
        }
        return "{" + String.join(", ", members) + "}";
    }

    private void record(Class<? extends Record> type) {
        page.append("\n## ")
                .append(RecordSchemas.name(type))
                .append("\n\n")
                .append(says(type))
                .append(".\n\n");
        keys(type);
    }

    private void keys(Class<?> type) {
        page.append("| key | what | example |\n|---|---|---|\n");
        for (RecordComponent component : type.getRecordComponents()) {
            Doc doc = component.getAnnotation(Doc.class);
            if (doc != null && !doc.example().isEmpty()) {
                String says = doc.value() + (RecordSchemas.isRequired(component) ? "; required" : "");
                row(component.getName(), says, example(type, component.getName(), needed(component.getName())));
            }
        }
    }

    /** What a key means nothing without. */
    private static String needed(String key) {
        return key.equals("seed") ? "probability" : "";
    }

    private void settings() {
        page.append(
                "\n## Settings of a site\n\nKeys of `PUT /settings` and of `POST /sandboxes`; [settings.md](settings.md)"
                        + " tells what they mean.\n\n| key | example |\n|---|---|\n");
        for (Setting<?> setting : Settings.ALL) {
            if (Settings.isPerSandbox(setting)) {
                String name = SettingRoutes.inJson(setting.name());
                page.append("| `").append(name).append("` | ");
                page.append(code("{\"" + name + "\": \"" + Settings.DEFAULTS.text(setting) + "\"}"))
                        .append(" |\n");
            }
        }
    }

    private void row(String name, String says, String example) {
        page.append("| `").append(name).append("` | ").append(says.replace("|", "\\|"));
        page.append(" | ").append(code(example)).append(" |\n");
    }

    private static String says(Class<?> type) {
        Doc doc = type.getAnnotation(Doc.class);
        return doc == null ? "" : doc.value();
    }

    private static String code(String json) {
        return json.isEmpty() ? "" : "`" + json.replace("|", "\\|") + "`";
    }
}
