package io.alignemulator.testcontainers;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.client.Emulator;
import io.alignemulator.client.Sandbox;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * The emulator in a container of Testcontainers, with the same sandboxes, clock, faults and journal as in this process:
 *
 * <pre>{@code
 * JiraAlignEmulator align = JiraAlignEmulator.start();              // in this process
 * JiraAlignEmulator align = new JiraAlignContainer().started();     // in a container
 * }</pre>
 *
 * The image is built from the project's Dockerfile.
 */
public final class JiraAlignContainer extends GenericContainer<JiraAlignContainer> implements JiraAlignEmulator {

    /** Name of the image unless another one is given. */
    public static final String IMAGE = "jira-align-emulator";

    private static final int PORT = 8080;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CONTROL_TOKEN = variable("control-token");
    private static final String CONTROL_HOSTS = variable("control-hosts");

    /** What clients may call the container: JUnit may run on another machine than the container engine. */
    private @Nullable Emulator server;

    /** A container of the image {@value #IMAGE}. */
    public JiraAlignContainer() {
        this(DockerImageName.parse(IMAGE));
    }

    /** A container of another name or version of the image. */
    public JiraAlignContainer(DockerImageName image) {
        super(image);
        addExposedPort(PORT);
        setWaitStrategy(Wait.forHttp("/About").forPort(PORT).withStartupTimeout(PATIENCE));
    }

    /** A setting by its name on the command line, e.g. {@code rate-limit}. */
    public JiraAlignContainer withSetting(String name, Object value) {
        return withEnv(variable(name), value instanceof Boolean on ? (on ? "on" : "off") : String.valueOf(value));
    }

    /** What the site holds: {@code empty}, {@code minimal} or {@code demo}. */
    public JiraAlignContainer withFixtures(String set) {
        return withSetting("fixtures", set);
    }

    /** The fixture files of a folder on this machine, or a packed site. */
    public JiraAlignContainer withFixtures(Path folderOrFile) {
        return withCopyFileToContainer(MountableFile.forHostPath(folderOrFile), "/site")
                .withSetting("fixtures", "/site");
    }

    private static String variable(String setting) {
        return "ALIGN_EMULATOR_" + setting.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Starts it and returns when it answers. */
    public JiraAlignContainer started() {
        start();
        return this;
    }

    /** Lets the control API answer under the name that the container engine's host has here. */
    @Override
    protected void configure() {
        if (!getEnvMap().containsKey(CONTROL_HOSTS)) {
            addEnv(CONTROL_HOSTS, getHost());
        }
    }

    @Override
    public Emulator server() {
        if (server == null) {
            server = Emulator.at(
                    URI.create("http://" + getHost() + ":" + getMappedPort(PORT)),
                    getEnvMap().getOrDefault(CONTROL_TOKEN, ""));
        }
        return server;
    }

    @Override
    public Sandbox sandbox() {
        return server().sandbox();
    }

    @Override
    public void stop() {
        super.stop();
        server = null;
    }

    @Override
    public void close() {
        stop();
    }

    /** Containers are what they are, not what they hold. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
