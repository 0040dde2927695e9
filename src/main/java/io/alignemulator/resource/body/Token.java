package io.alignemulator.resource.body;

/** What a {@link SiteReader} stands on. */
enum Token {
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

    Token(String word) {
        this.word = word;
    }

    boolean isStart() {
        return this == START_OBJECT || this == START_ARRAY;
    }

    /** As sentences write it. */
    @Override
    public String toString() {
        return word;
    }
}
