package io.alignemulator.testcontainers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.JiraAlignEmulator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.testcontainers.utility.DockerImageName;

/** What a container is started with. That it answers like the other ways in is for the suite of black-box tests to show, where there is a container engine. */
class JiraAlignContainerTest {

    @Test
    void settingsBecomeVariables() {
        try (JiraAlignContainer container = new JiraAlignContainer()
                .withFixtures("minimal")
                .withSetting("rate-limit", "10/60:60")
                .withSetting("post-location", true)) {
            assertEquals(
                    Map.of(
                            "ALIGN_EMULATOR_FIXTURES", "minimal",
                            "ALIGN_EMULATOR_RATE_LIMIT", "10/60:60",
                            "ALIGN_EMULATOR_POST_LOCATION", "on"),
                    container.getEnvMap());
            assertEquals(List.of(8080), container.getExposedPorts());
        }
    }

    @Test
    void aFolderIsCopiedIntoTheContainer() {
        try (JiraAlignContainer container = new JiraAlignContainer(
                        DockerImageName.parse("registry.example.com/align:1"))
                .withFixtures(Path.of("src"))) {
            assertEquals(Map.of("ALIGN_EMULATOR_FIXTURES", "/site"), container.getEnvMap());
        }
    }

    @Test
    void aTestGoesFromOneWayToTheOtherByOneLine() {
        try (JiraAlignEmulator here =
                        JiraAlignEmulator.builder().fixtures("minimal").start();
                JiraAlignEmulator there = new JiraAlignContainer().withFixtures("minimal")) {
            assertEquals(true, here.server().isReady());
            assertEquals(false, ((JiraAlignContainer) there).isRunning());
        }
    }
}
