package io.alignemulator.build;

import io.alignemulator.access.AccessReport;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.CoverageReport;
import io.alignemulator.catalogue.LanguagePage;
import io.alignemulator.catalogue.OpenApiGenerator;
import io.alignemulator.control.ClientTypes;
import io.alignemulator.control.ControlApiPage;
import io.alignemulator.fixtures.FixtureReader;
import io.alignemulator.fixtures.FixtureSite;
import io.alignemulator.fixtures.file.FixtureSet;
import io.alignemulator.query.FilterPage;
import io.alignemulator.resource.body.ConversionsPage;
import io.alignemulator.rules.FidelityPage;
import io.alignemulator.rules.FrameworkPage;
import io.alignemulator.settings.SettingsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The committed files that follow from the catalogue and the table of settings. After a change of {@code openapi/} or of the settings refresh them with
 *
 * <pre>mvn -q process-classes exec:java@refresh-generated-files</pre>
 *
 * A test fails while a committed file differs from what these give.
 */
public final class GeneratedFiles {

    /** Writes all of them, from the root of the project. */
    public static final String REFRESH = "mvn -q process-classes exec:java@refresh-generated-files";

    private GeneratedFiles() {}

    /** Argument: the root of the project. */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        for (Map.Entry<String, String> file : contents(root).entrySet()) {
            Path target = root.resolve(file.getKey());
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.writeString(target, file.getValue());
        }
    }

    /** Content by path below the root. */
    public static Map<String, String> contents(Path root) throws IOException {
        Path openapi = root.resolve("openapi");
        Map<String, String> contents = new LinkedHashMap<>();
        OpenApiGenerator.texts(openapi).forEach((name, text) -> contents.put("openapi/" + name, text));
        contents.put("docs/coverage.md", CoverageReport.text(openapi));
        contents.put("docs/access.md", access(root));
        contents.put(LanguagePage.PAGE, LanguagePage.text(root));
        contents.put("docs/settings.md", SettingsTable.page());
        contents.put("docs/filters.md", FilterPage.page());
        contents.put("docs/conversions.md", ConversionsPage.page());
        contents.put("docs/control-api.md", ControlApiPage.text(root));
        contents.putAll(ClientTypes.texts(root));
        contents.put("docs/framework.md", FrameworkPage.text(root));
        contents.put("docs/fidelity.md", FidelityPage.text(root));
        contents.put("README.md", FidelityPage.readme(root));
        return contents;
    }

    private static String access(Path root) {
        Catalogue catalogue = Catalogue.load();
        FixtureSite site = FixtureReader.read(
                FixtureSet.folder(root.resolve("fixtures/demo").toString()), catalogue, Instant.EPOCH);
        Map<String, Long> personas = new LinkedHashMap<>();
        site.tokens().entrySet().stream()
                .filter(token -> token.getValue().grant().isEmpty())
                .sorted(Comparator.comparingLong(token -> token.getValue().userId()))
                .forEach(token -> personas.put(
                        token.getKey().substring(token.getKey().indexOf('|') + 1),
                        token.getValue().userId()));
        return AccessReport.text(site.world(), personas);
    }
}
