package io.alignemulator.settings;

/** Settings about who gets in. They stand in {@link Settings#ALL} like all others. */
public final class AccessSettings {

    /** Which tokens a site takes. */
    public enum SignOn {
        ALIGN_TOKENS,
        BOTH,
        ATLASSIAN_TOKENS
    }

    public static final Setting<SignOn> AUTHENTICATION = Setting.choice(
            "authentication",
            SignOn.class,
            SignOn.ALIGN_TOKENS,
            "Which tokens a site takes: its own by bearer, those of Atlassian's sign-on by Basic with an email, or both.",
            "AUTH-02");

    private AccessSettings() {}
}
