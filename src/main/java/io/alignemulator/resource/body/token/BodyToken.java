package io.alignemulator.resource.body.token;

/** What a {@link SiteReader} stands on. */
public enum BodyToken {
    NONE("None"),
    START_OBJECT("StartObject"),
    START_ARRAY("StartArray"),
    NAME("PropertyName"),
    COMMENT("Comment"),
    INTEGER("Integer"),
    FLOAT("Float"),
    TEXT("String"),
    BOOLEAN("Boolean"),
    NULL("Null"),
    UNDEFINED("Undefined"),
    END_OBJECT("EndObject"),
    END_ARRAY("EndArray");

    private final String word;

    BodyToken(String word) {
        this.word = word;
    }

    /** Whether an object or array begins. */
    public boolean isStart() {
        return this == START_OBJECT || this == START_ARRAY;
    }

    /** As sentences write it. */
    @Override
    public String toString() {
        return word;
    }
}
