package io.alignemulator.settings;

/** Settings for whoever runs a server for others. */
public final class ServerSettings {

    /** Whether the server prints a line for each call, and how. */
    public enum AccessLines {
        OFF,
        TEXT,
        JSON
    }

    public static final Setting<String> BASE_PATH = new Setting<>(
            "base-path",
            "/PATH",
            "",
            WrittenValues::basePath,
            "What stands before every path of the server but its probes, for a proxy that shares a name among several: /align puts the API at /align/rest/align/api/2.",
            "-");
    public static final Setting<AccessLines> ACCESS_LOG = Setting.choice(
            "access-log",
            AccessLines.class,
            AccessLines.OFF,
            "Whether each call of a site is a line of the standard output, without credentials, and in which form.",
            "-");
    public static final Setting<Boolean> METRICS = Setting.onOff(
            "metrics",
            "on",
            "Whether /metrics answers with figures of the server, in the text form of Prometheus.",
            "-");

    private ServerSettings() {}
}
