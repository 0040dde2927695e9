package io.alignemulator.settings;

import java.util.Set;

/** Settings of the server as a whole; each sandbox has its own value of the others. */
final class ServerSettings {

    static final Set<Setting<?>> ALL = Set.of(
            Settings.DATA,
            Settings.PORT,
            Settings.HOST,
            Settings.FIXTURES,
            Settings.TRUSTED_PROXIES,
            Settings.MAX_BODY,
            Settings.SINGULAR_PATHS,
            Settings.SITE_VERSION,
            Settings.CONTROL,
            Settings.CONTROL_TOKEN,
            Settings.CONTROL_HOSTS);

    private ServerSettings() {}
}
