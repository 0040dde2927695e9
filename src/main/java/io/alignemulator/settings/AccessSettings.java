package io.alignemulator.settings;

/** Settings about who gets in. They stand in {@link Settings#ALL} like all others. */
public final class AccessSettings {

    /** Which tokens a site takes. */
    public enum SignOn {
        ALIGN_TOKENS,
        BOTH,
        ATLASSIAN_TOKENS
    }

    /** How tokens look that the emulator makes. */
    public enum TokenForm {
        PLAIN,
        PUNCTUATION
    }

    public static final Setting<SignOn> AUTHENTICATION = Setting.choice(
            "authentication",
            SignOn.class,
            SignOn.ALIGN_TOKENS,
            "Which tokens a site takes: its own by bearer, those of Atlassian's sign-on by Basic with an email, or both.",
            "AUTH-02");

    public static final Setting<TokenForm> TOKENS = Setting.choice(
            "tokens",
            TokenForm.class,
            TokenForm.PLAIN,
            "How tokens of the site look that the emulator makes: with letters and digits behind the bar, which survive copying, or as a real site makes them, with punctuation of every kind.",
            "AUTH-04");

    private AccessSettings() {}
}
