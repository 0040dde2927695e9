package io.alignemulator.settings;

import java.util.List;
import java.util.Set;

/** Which settings there are, in the order in which every page lists them, and which of them are those of a server. */
final class SettingLists {

    private SettingLists() {}

    static List<Setting<?>> all() {
        return List.of(
                ServerSettings.PORT,
                ServerSettings.HOST,
                ServerSettings.FIXTURES,
                Settings.RATE_LIMIT,
                Settings.BLOCK_EXTENDS,
                Settings.RETRY_AFTER,
                ServerSettings.TRUSTED_PROXIES,
                ServerSettings.MAX_BODY,
                ServerSettings.BASE_PATH,
                ServerSettings.FLEET_MARK,
                ServerSettings.ACCESS_LOG,
                ServerSettings.METRICS,
                ServerSettings.VIRTUAL_THREADS,
                ServerSettings.SINGULAR_PATHS,
                QuerySettings.UNDOLLARED_OPTIONS,
                QuerySettings.UNKNOWN_OPTIONS,
                Settings.DATE_FILTER,
                QuerySettings.TEXT_NUMBER_COMPARISON,
                QuerySettings.IN_OPERATOR,
                QuerySettings.NULL_COMPARISON,
                Settings.DATE_FORMAT,
                Settings.POST_RESPONSE,
                Settings.POST_LOCATION,
                Settings.PUT_STATUS,
                Settings.JSON,
                Settings.PUT_OMITTED,
                Settings.WHOLE_ENTITY_VALIDATION,
                Settings.REQUIRED_OPTIONS,
                Settings.TITLE_LIMIT,
                Settings.EFFORT_POINTS,
                Settings.OKR_PARENT_TYPES,
                Settings.MANAGE_PRODUCTS,
                AccessSettings.AUTHENTICATION,
                AccessSettings.TOKENS,
                Settings.AGILE_TEAM_WRITES,
                Settings.STRICT_SCOPE,
                Settings.PAGE_CAP,
                Settings.IGNORED_FIELDS,
                Settings.SHUFFLE,
                Settings.EMULATOR_REASON,
                LimitSettings.CALL_WORK,
                LimitSettings.TEXT_LIMIT,
                Settings.JOURNAL_SIZE,
                LimitSettings.JOURNAL_BYTES,
                LimitSettings.MAX_SANDBOXES,
                LimitSettings.SANDBOX_TTL,
                LimitSettings.BODY_TIME,
                ServerSettings.DATA,
                ServerSettings.CONTROL,
                ServerSettings.CONSOLE,
                ServerSettings.CONTROL_TOKEN,
                ServerSettings.CONTROL_HOSTS,
                ServerSettings.END_WITH_STDIN,
                ServerSettings.NO_ARCHIVE,
                ServerSettings.SITE_VERSION,
                Settings.RULES);
    }

    /** Settings of the server as a whole; each sandbox has its own value of the others. */
    static Set<Setting<?>> ofTheServer() {
        return Set.of(
                ServerSettings.DATA,
                LimitSettings.JOURNAL_BYTES,
                LimitSettings.MAX_SANDBOXES,
                LimitSettings.SANDBOX_TTL,
                LimitSettings.BODY_TIME,
                ServerSettings.PORT,
                ServerSettings.HOST,
                ServerSettings.FIXTURES,
                ServerSettings.TRUSTED_PROXIES,
                ServerSettings.MAX_BODY,
                ServerSettings.BASE_PATH,
                ServerSettings.FLEET_MARK,
                ServerSettings.ACCESS_LOG,
                ServerSettings.METRICS,
                ServerSettings.VIRTUAL_THREADS,
                ServerSettings.SINGULAR_PATHS,
                ServerSettings.SITE_VERSION,
                ServerSettings.END_WITH_STDIN,
                ServerSettings.NO_ARCHIVE,
                ServerSettings.CONTROL,
                ServerSettings.CONSOLE,
                ServerSettings.CONTROL_TOKEN,
                ServerSettings.CONTROL_HOSTS);
    }
}
