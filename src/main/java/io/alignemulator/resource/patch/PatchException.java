package io.alignemulator.resource.patch;

import io.alignemulator.rules.RuleId;

/** Why a patch was not applied: the framework's sentence, and the rule. It is an answer to a client rather than a fault, so it carries no stack trace. */
public final class PatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RuleId rule;

    PatchException(RuleId rule, String sentence) {
        super(sentence, null, false, false);
        this.rule = rule;
    }

    static PatchException of(String sentence) {
        return new PatchException(RuleId.PTCH_06, sentence);
    }

    static PatchException notFound(String segment) {
        return of("The target location specified by path segment '" + segment + "' was not found.");
    }

    static PatchException wrongValue(String shown) {
        return of("The value '" + shown + "' is invalid for target location.");
    }

    /** A test that found another value. */
    static PatchException differs(String current, String where, String tested) {
        return new PatchException(
                RuleId.PTCH_05,
                "The current value '" + current + "' at " + where + " is not equal to the test value '" + tested
                        + "'.");
    }

    /** Growth without bound, which the framework would allow. */
    static PatchException tooMuch(String sentence) {
        return new PatchException(RuleId.EMUL_24, sentence);
    }

    /** The rule that refuses. */
    public RuleId rule() {
        return rule;
    }

    /** What the framework says. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
