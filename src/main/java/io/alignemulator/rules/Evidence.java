package io.alignemulator.rules;

/** How a rule is known; the names are the letters of {@code openapi/rules.yaml}. */
public enum Evidence {
    S("the vendor's overview of the API says so"),
    D("another official page about the API says so: help centre, knowledge base, public tracker"),
    U("an official page about the web interface says so; that the API does the same is unproven"),
    O("observed: a real payload, or a client that ran against a live site, depends on it"),
    F("measured on the software that the real server is known or believed to run on; the real server may differ"),
    I("inferred; nothing proves it"),
    E("the emulator's own behaviour; the real server has nothing like it");

    private final String meaning;

    Evidence(String meaning) {
        this.meaning = meaning;
    }

    /** What the letter stands for. */
    public String meaning() {
        return meaning;
    }

    /** Whether the real server may well do something else. */
    public boolean isAssumed() {
        return this == U || this == F || this == I;
    }
}
