package io.alignemulator.rules;

/** The rules that code names: because it refuses or acts by them, or because they can be switched. What each says stands in {@code openapi/rules.yaml}. */
public enum RuleId {
    ADDR_07,
    ADDR_08,
    ADDR_12,
    LIST_02,
    LIST_05,
    LIST_08,
    LIST_09,
    LIST_10,
    LIST_12,
    LIST_16,
    LIST_17,
    LIST_19,
    LIST_20,
    LIST_21,
    LIST_22,
    FILT_03,
    FILT_04,
    FILT_05,
    FILT_06,
    FILT_08,
    FILT_09,
    FILT_10,
    REPR_20,
    WRIT_04,
    WRIT_06,
    WRIT_07,
    WRIT_08,
    WRIT_09,
    WRIT_16,
    WRIT_18,
    WRIT_19,
    WRIT_20,
    WRIT_21,
    WRIT_22,
    WRIT_23,
    WRIT_24,
    WRIT_29,
    STMP_02,
    STMP_03,
    BODY_01,
    BODY_02,
    BODY_03,
    BODY_04,
    BODY_05,
    BODY_06,
    BODY_07,
    PTCH_01,
    PTCH_03,
    PTCH_04,
    PTCH_05,
    PTCH_06,
    CUST_01,
    CUST_02,
    CUST_03,
    ROBU_01,
    ERRS_01,
    ERRS_02,
    ERRS_06,
    USER_02,
    USER_04,
    TEAM_01,
    TEAM_02,
    TEAM_03,
    TEAM_04,
    TEAM_05,
    AUTH_02,
    ACCS_01,
    ACCS_02,
    ACCS_03,
    ACCS_04,
    ACCS_07,
    ACCS_08,
    ACCS_09,
    ACCS_10,
    ACCS_12,
    RATE_01,
    LIFE_01,
    LIFE_02,
    LIFE_03,
    LIFE_04,
    LIFE_05,
    LIFE_06,
    LIFE_07,
    LIFE_08,
    LIFE_09,
    LIFE_10,
    LIFE_11,
    LIFE_12,
    LIFE_13,
    LIFE_14(false),
    LIFE_15,
    LIFE_16,
    LIFE_18,
    OKR_01,
    OKR_02,
    OKR_03,
    OKR_04,
    OKR_05,
    DEP_01,
    EMUL_07,
    EMUL_15,
    EMUL_17,
    EMUL_24,
    EMUL_28,
    EMUL_29,
    EMUL_31,
    EMUL_32,
    EMUL_34;

    private final boolean onByDefault;
    private final String id = name().replace('_', '-');

    RuleId() {
        this(true);
    }

    RuleId(boolean onByDefault) {
        this.onByDefault = onByDefault;
    }

    /** The rule of that id, e.g. RATE-01; one that code names. */
    public static RuleId of(String id) {
        return valueOf(id.replace('-', '_'));
    }

    /** Whether the rule holds when nothing is set. */
    public boolean isOnByDefault() {
        return onByDefault;
    }

    /** As everybody writes it: RATE-01. */
    public String id() {
        return id;
    }

    @Override
    public String toString() {
        return id();
    }
}
