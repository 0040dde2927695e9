package io.alignemulator.http;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.TestServer;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.Setting;
import io.alignemulator.settings.Settings;
import io.alignemulator.testcontainers.JiraAlignContainer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.testcontainers.utility.DockerImageName;

/** The three ways in. {@code -Dalign.way=jar} runs the black-box tests against the executable jar, {@code image} against a container; otherwise the server is in this process. */
enum Way {
    PROCESS {
        @Override
        JiraAlignEmulator start(Settings settings) {
            return TestServer.start(settings);
        }
    },

    /** The jar that {@code -Dalign.jar} names. */
    JAR {
        @Override
        JiraAlignEmulator start(Settings settings) {
            List<String> command = new ArrayList<>(JarArchive.command());
            command.addAll(options(settings));
            return StartedServer.start(command, settings);
        }
    },

    /** The image that {@code -Dalign.image} names, in a container; or its files below {@code -Dalign.image.root}, with {@code /proc} mounted there, without one. */
    IMAGE {
        @Override
        JiraAlignEmulator start(Settings settings) {
            String root = System.getProperty("align.image.root", "");
            return root.isEmpty() ? container(settings) : unpacked(Path.of(root), settings);
        }
    };

    abstract JiraAlignEmulator start(Settings settings);

    static Way chosen() {
        return valueOf(System.getProperty("align.way", "process").toUpperCase(Locale.ROOT));
    }

    private static JiraAlignEmulator container(Settings settings) {
        JiraAlignContainer container = new JiraAlignContainer(
                DockerImageName.parse(System.getProperty("align.image", JiraAlignContainer.IMAGE)));
        for (Setting<?> setting : Settings.ALL) {
            if (isSet(settings, setting)
                    && !setting.equals(ServerSettings.PORT)
                    && !setting.equals(ServerSettings.FIXTURES)) {
                container.withSetting(setting.name(), settings.text(setting));
            }
        }
        Path folder = Path.of(settings.text(ServerSettings.FIXTURES));
        return (Files.isDirectory(folder)
                        ? container.withFixtures(folder)
                        : container.withFixtures(settings.text(ServerSettings.FIXTURES)))
                .started();
    }

    /** The image's own Java, flags and jar, below its root, and what its environment says that the settings of a test do not. */
    private static JiraAlignEmulator unpacked(Path root, Settings settings) {
        List<String> command = new ArrayList<>(List.of(
                "chroot",
                root.toString(),
                "/usr/bin/env",
                "ALIGN_EMULATOR_VIRTUAL_THREADS=on",
                "/opt/jre/bin/java",
                "-XX:Flags=/app/jvm.flags",
                "-jar",
                "/app/jira-align-emulator.jar"));
        Path folder = Path.of(settings.text(ServerSettings.FIXTURES));
        command.addAll(options(
                Files.isDirectory(folder)
                        ? settings.with(
                                ServerSettings.FIXTURES, "/" + root.relativize(StartedServer.copied(folder, root)))
                        : settings));
        return StartedServer.start(command, settings);
    }

    private static List<String> options(Settings settings) {
        return Settings.ALL.stream()
                .filter(setting -> isSet(settings, setting))
                .map(setting -> "--" + setting.name() + "=" + settings.text(setting))
                .toList();
    }

    private static boolean isSet(Settings settings, Setting<?> setting) {
        return !settings.text(setting).equals(setting.fallback());
    }
}
