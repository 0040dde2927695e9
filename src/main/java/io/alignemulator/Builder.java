package io.alignemulator;

import io.alignemulator.client.Sandbox;
import io.alignemulator.fixtures.PackedSets;
import io.alignemulator.fixtures.PackedSite;
import io.alignemulator.protocol.faults.Fault;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.Setting;
import io.alignemulator.settings.SettingException;
import io.alignemulator.settings.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Says how an emulator is to be, then starts it. What is not said is as on the command line, but for the port: any free one. */
public final class Builder {

    private final Map<String, String> ofServer = new TreeMap<>(Map.of(ServerSettings.PORT.name(), "0"));
    private final Sandbox.Options options = new Sandbox.Options();

    Builder() {}

    /** What the site holds: {@code empty}, {@code minimal}, {@code demo}, or the path of a folder of fixture files or of a packed site. */
    public Builder fixtures(String setOrPath) {
        if (!PackedSets.contains(setOrPath)) {
            return fixtures(Path.of(setOrPath));
        }
        ofServer.remove(ServerSettings.FIXTURES.name());
        options.fixtures(setOrPath);
        return this;
    }

    /** The fixture files of a folder, or a packed site: the server reads that one once for all sandboxes that say nothing else. */
    public Builder fixtures(Path folderOrFile) {
        if (PackedSite.isOne(folderOrFile)) {
            ofServer.put(ServerSettings.FIXTURES.name(), folderOrFile.toString());
            options.serverFixtures();
        } else {
            ofServer.remove(ServerSettings.FIXTURES.name());
            options.fixtures(folderOrFile);
        }
        return this;
    }

    /** Records besides the fixtures, as maps of their keys; they come back with every reset. */
    public Builder seed(String collection, Map<?, ?>... records) {
        options.seed(collection, records);
        return this;
    }

    /** {@code calls/seconds:seconds of the block}, or {@code off}. */
    public Builder rateLimit(String limit) {
        return set(Settings.RATE_LIMIT.name(), limit);
    }

    /** The clock stands still at this time until it is turned. */
    public Builder clock(Instant instant) {
        options.clock(instant);
        return this;
    }

    /** A fault from the beginning. */
    public Builder fault(Fault fault) {
        options.fault(fault);
        return this;
    }

    /** A fault from the beginning, as JSON. */
    public Builder fault(String json) {
        options.fault(json);
        return this;
    }

    /** The port to listen on. */
    public Builder port(int port) {
        return set(ServerSettings.PORT.name(), port);
    }

    /**
     * Any setting by its name on the command line, e.g. {@code set("page-cap", 5)}.
     *
     * @param value a text, a number, or true and false for a switch
     * @throws IllegalArgumentException when there is no such setting, or it does not take the value
     */
    public Builder set(String setting, Object value) {
        String written = value instanceof Boolean on ? (on ? "on" : "off") : String.valueOf(value);
        Setting<?> known = Settings.ALL.stream()
                .filter(each -> each.name().equals(setting))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no setting '" + setting + "'"));
        try {
            known.parse(written);
        } catch (SettingException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        if (known.equals(ServerSettings.FIXTURES)) {
            return fixtures(written);
        }
        if (Settings.isPerSandbox(known)) {
            options.set(setting, written);
        } else {
            ofServer.put(setting, written);
        }
        return this;
    }

    /**
     * Starts a server and returns when it answers; its default sandbox is as said.
     *
     * @throws IllegalArgumentException with everything that is wrong with what was said
     */
    public JiraAlignEmulator start() {
        return LocalEmulator.start(Settings.of(ofServer), options);
    }

    /** Settings that belong to the server as a whole, as written, by name. */
    public Map<String, String> serverSettings() {
        return Map.copyOf(ofServer);
    }

    /** What its default sandbox is to be, or each sandbox of those who make their own on a server. */
    public Sandbox.Options sandboxOptions() {
        return options;
    }
}
