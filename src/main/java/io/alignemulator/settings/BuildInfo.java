package io.alignemulator.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build knows about itself. */
public final class BuildInfo {

    private BuildInfo() {}

    /** Version of the emulator. */
    public static String version() {
        return property("version");
    }

    /** Version of the Swagger UI inside. */
    public static String swaggerUiVersion() {
        return property("swagger-ui");
    }

    private static String property(String name) {
        Properties properties = new Properties();
        try (InputStream in = BuildInfo.class.getResourceAsStream("build.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty(name, "unknown");
    }
}
