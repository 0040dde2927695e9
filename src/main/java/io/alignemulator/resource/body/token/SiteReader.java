package io.alignemulator.resource.body.token;

import io.alignemulator.resource.body.token.Place.Container;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body token by token as the real server's JSON reader does (rule BODY-04). That reader takes more than JSON, and what it says about a mistake depends on the state in
 * which it stands then, also on what is read after the mistake; so its states are kept here: after a {@link ReadException} the reader can be asked for the next token. For one
 * thread.
 */
public final class SiteReader {

    /** Containers in containers that the real server takes. */
    static final int MAX_DEPTH = 32;

    private enum State {
        START,
        NAMED,
        OBJECT_START,
        OBJECT,
        ARRAY_START,
        ARRAY,
        AFTER_VALUE,
        FINISHED
    }

    private final Characters characters;
    private final Place place = new Place();
    private final boolean wholeIntegers;
    private State state = State.START;
    private BodyToken token = BodyToken.NONE;
    private @Nullable Object value;
    private boolean tooDeep;
    private boolean lenient;

    /** @param wholeIntegers whether an integer has to be written as one (rule BODY-02) */
    public SiteReader(String text, boolean wholeIntegers) {
        this.characters = new Characters(text);
        this.wholeIntegers = wholeIntegers;
    }

    /** Whether an integer has to be written as one. */
    boolean wholeIntegers() {
        return wholeIntegers;
    }

    /** What the reader stands on. */
    public BodyToken token() {
        return token;
    }

    /** Of a scalar: text, Integer, Long, BigInteger, Double or Boolean; the key of a member; else null. */
    public @Nullable Object value() {
        return value;
    }

    /** Whether something was read that JSON forbids. */
    public boolean isLenient() {
        return lenient;
    }

    void leniently() {
        lenient = true;
    }

    /** The way to the value that is being read. */
    public String path() {
        return place.path(state != State.ARRAY_START && state != State.OBJECT_START);
    }

    /** Which element of the container at a depth is being read. */
    public int index(int depth) {
        return place.index(depth);
    }

    /** How many containers are open around the value. */
    public int depth() {
        return token.isStart() ? place.size() - 1 : place.size();
    }

    /** The line on which the reader stands, as the framework counts. */
    private int line() {
        return state == State.START && characters.column() == 0 && token != BodyToken.COMMENT ? 0 : characters.line();
    }

    /** A sentence with the place where the reader stands. */
    public ReadException problem(String sentence) {
        return new ReadException(sentence(sentence, path()));
    }

    /** A sentence with another path and the place where the reader stands. */
    public String sentence(String sentence, String path) {
        String stripped = sentence.strip();
        String ended = stripped.endsWith(".") ? stripped : stripped + ".";
        return ended + " Path '" + path + "', line " + line() + ", position " + characters.column() + ".";
    }

    /** The next token; false at the end. */
    public boolean read() {
        return next(Wanted.ANY);
    }

    /** The next value for a target of a kind; comments are stepped over. False at the end. */
    public boolean read(Wanted wanted) {
        boolean found;
        do {
            found = next(wanted);
        } while (found && token == BodyToken.COMMENT);
        return found;
    }

    /** Steps over the value on which the reader stands. */
    public void skip() {
        if (token == BodyToken.NAME) {
            read();
        }
        if (token.isStart()) {
            int depth = depth();
            while (read() && depth < depth()) {
                // inside
            }
        }
    }

    /** Whether nothing follows that is neither white space nor read. */
    public boolean isAtEnd() {
        return characters.isAtEnd();
    }

    private boolean next(Wanted wanted) {
        while (true) {
            switch (state) {
                case START, NAMED, ARRAY_START, ARRAY -> {
                    return Scalars.value(this, characters, wanted);
                }
                case OBJECT_START, OBJECT -> {
                    return member();
                }
                case AFTER_VALUE -> {
                    if (afterValue()) {
                        return true;
                    }
                }
                case FINISHED -> {
                    return end();
                }
            }
        }
    }

    private boolean end() {
        characters.skipBlanks();
        set(BodyToken.NONE, null);
        if (characters.peek() == Characters.END) {
            return false;
        }
        throw problem(
                "Additional text encountered after finished reading JSON content: " + (char) characters.peek() + ".");
    }

    /** True at the end of a container or a comment, false when something is to follow. */
    private boolean afterValue() {
        while (true) {
            int c = characters.peek();
            switch (c) {
                case Characters.END -> {
                    state = State.FINISHED;
                    return false;
                }
                case '}', ']' -> {
                    characters.skip(1);
                    close(c == '}' ? BodyToken.END_OBJECT : BodyToken.END_ARRAY);
                    return true;
                }
                case '/' -> {
                    comment();
                    return true;
                }
                case ',' -> {
                    characters.skip(1);
                    state = place.container() == Container.OBJECT ? State.OBJECT : State.ARRAY;
                    return false;
                }
                case 0 -> characters.skip(1);
                default -> {
                    if (!characters.skipBlank()) {
                        throw problem(
                                "After parsing a value an unexpected character was encountered: " + (char) c + ".");
                    }
                }
            }
        }
    }

    private boolean member() {
        while (true) {
            int c = characters.peek();
            switch (c) {
                case Characters.END -> {
                    return false;
                }
                case '}' -> {
                    lenient |= state == State.OBJECT;
                    close(BodyToken.END_OBJECT);
                    characters.skip(1);
                    return true;
                }
                case '/' -> {
                    comment();
                    return true;
                }
                case 0 -> characters.skip(1);
                default -> {
                    if (!characters.skipBlank()) {
                        name(c);
                        return true;
                    }
                }
            }
        }
    }

    private void name(int first) {
        String name = MemberNames.read(this, characters, first);
        token = BodyToken.NAME;
        value = name;
        state = State.NAMED;
        place.at(name);
    }

    /** Steps over a comment and stands on it. */
    void comment() {
        Comments.skip(this, characters);
        lenient = true;
        token = BodyToken.COMMENT;
        value = null;
    }

    void open(BodyToken start) {
        token = start;
        value = null;
        state = start == BodyToken.START_OBJECT ? State.OBJECT_START : State.ARRAY_START;
        place.enter(start == BodyToken.START_OBJECT ? Container.OBJECT : Container.ARRAY);
        if (place.size() > MAX_DEPTH && !tooDeep) {
            tooDeep = true;
            throw problem("The reader's MaxDepth of " + MAX_DEPTH + " has been exceeded.");
        }
    }

    void close(BodyToken end) {
        token = end;
        value = null;
        Container left = place.leave();
        tooDeep &= place.size() > MAX_DEPTH;
        Container meant = end == BodyToken.END_OBJECT ? Container.OBJECT : Container.ARRAY;
        if (left != meant) {
            throw problem("JsonToken " + end + " is not valid for closing JsonType " + left + ".");
        }
        state = place.container() == Container.NONE ? State.FINISHED : State.AFTER_VALUE;
    }

    /** Whether a value may be missing here because an array may end. */
    boolean mayEndArray() {
        return state == State.ARRAY || state == State.ARRAY_START || state == State.AFTER_VALUE;
    }

    /** A scalar has been read, whatever it turns out to be. */
    void finishedValue() {
        state = place.container() == Container.NONE ? State.FINISHED : State.AFTER_VALUE;
        place.finishedValue();
    }

    void set(BodyToken read, @Nullable Object held) {
        token = read;
        value = held;
    }

    boolean isAfterComma() {
        return state == State.ARRAY;
    }
}
