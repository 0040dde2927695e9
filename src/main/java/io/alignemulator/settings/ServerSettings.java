package io.alignemulator.settings;

import java.util.Set;

/** Settings of a server as a whole: where it listens, what it begins with, who may do what with it. */
public final class ServerSettings {

    /** Whether the server prints a line for each call, and how. */
    public enum AccessLines {
        OFF,
        TEXT,
        JSON
    }

    public static final Setting<Integer> PORT =
            Setting.number("port", "0-65535", 0, 65_535, "8080", "Port to listen on; 0 takes a free one.", "-");
    public static final Setting<String> HOST = new Setting<>(
            "host", "ADDRESS", "a name or an address", "127.0.0.1", WrittenValues::text, "Address to listen on.", "-");
    public static final Setting<String> FIXTURES = new Setting<>(
            "fixtures",
            "empty|minimal|demo|DIR|FILE",
            "a set, which is empty, minimal, demo, a folder or a file",
            "demo",
            WrittenValues::text,
            "What the site holds at start: a shipped set, a folder of JSON files, or a file that pack made of one.",
            "-");
    public static final Setting<AddressRanges> TRUSTED_PROXIES = new Setting<>(
            "trusted-proxies",
            "ADDRESS[/BITS],...",
            "a list of addresses or networks such as 10.0.0.0/8",
            "",
            AddressRanges::of,
            "Peers, addresses or networks, whose X-Forwarded-For, -Proto and -Host headers are believed.",
            "-");
    public static final Setting<Integer> MAX_BODY = Setting.number(
            "max-body",
            "BYTES",
            1,
            Integer.MAX_VALUE,
            "30000000",
            "Longest accepted request body; above it the answer is 413.",
            "ERRS-06");
    public static final Setting<String> BASE_PATH = new Setting<>(
            "base-path",
            "/PATH",
            "a path of words with a slash before each, such as /align",
            "",
            WrittenValues::basePath,
            "What stands before every path of the server but its probes, for a proxy that shares a name among several: /align puts the API at /align/rest/align/api/2.",
            "-");
    public static final Setting<String> FLEET_MARK = new Setting<>(
            "fleet-mark",
            "LETTER|DIGIT",
            "a single lower-case letter or digit",
            "",
            WrittenValues::mark,
            "A lower-case letter or a digit with which the keys in the tokens of its sandboxes begin, so that a proxy before several emulators knows from a token which of them issued it.",
            "EMUL-44");
    public static final Setting<AccessLines> ACCESS_LOG = Setting.choice(
            "access-log",
            AccessLines.class,
            AccessLines.OFF,
            "Whether each call of a site is a line of the standard output, without credentials, and in which form.",
            "-");
    public static final Setting<Boolean> VIRTUAL_THREADS = Setting.onOff(
            "virtual-threads",
            "off",
            "Whether calls are answered by virtual threads, which Java has from 21 on, instead of a pool of 250.",
            "-");
    public static final Setting<Boolean> METRICS = Setting.onOff(
            "metrics",
            "on",
            "Whether /metrics answers with figures of the server, in the text form of Prometheus.",
            "-");
    public static final Setting<Boolean> SINGULAR_PATHS = Setting.onOff(
            "singular-paths", "on", "Whether a collection answers under its singular name too.", "ADDR-05");
    public static final Setting<String> DATA = new Setting<>(
            "data",
            "DIR",
            "a folder",
            "",
            text -> text,
            "Folder that keeps the sandboxes across restarts; without it nothing touches the disk.",
            "-");
    public static final Setting<Boolean> CONTROL =
            Setting.onOff("control", "on", "Whether there is a control API at /_emulator.", "-");
    public static final Setting<Boolean> CONSOLE = Setting.onOff(
            "console",
            "on",
            "Whether there is a console, pages to look at the site, at / and /_emulator/console; without a control API there is none.",
            "EMUL-34");
    public static final Setting<String> CONTROL_TOKEN = new Setting<>(
            "control-token",
            "TEXT",
            "a text",
            "",
            text -> text,
            "What calls of the control API have to carry in a header X-Control-Token.",
            "-");
    public static final Setting<Set<String>> CONTROL_HOSTS = new Setting<>(
            "control-hosts",
            "NAME,...",
            "a list of names",
            "",
            WrittenValues::words,
            "Names with a dot under which the control API answers, besides localhost and addresses; and the API too where the server listens on loopback only.",
            "-");
    public static final Setting<String> SITE_VERSION = new Setting<>(
            "site-version",
            "TEXT",
            "a text of one character or more",
            "11.0.0",
            WrittenValues::text,
            "Version that the About page names.",
            "ADDR-17");

    public static final Setting<Boolean> END_WITH_STDIN = Setting.onOff(
            "end-with-stdin",
            "off",
            "Whether the command serve ends, with exit code 0, when its standard input does: started with a pipe, it does not outlive the process that started it, however that one ends.",
            "-");

    public static final Setting<Boolean> NO_ARCHIVE = Setting.onOff(
            "no-archive",
            "off",
            "Whether a start of the jar neither makes nor uses an archive of its classes in the user's folder of caches, with which every later start is faster.",
            "-");

    private ServerSettings() {}
}
