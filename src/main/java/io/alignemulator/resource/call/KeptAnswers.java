package io.alignemulator.resource.call;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers of GET that were given before in a world that is still the same one, as the bytes that went out. One for all sandboxes of a server, with one bound: those that were not asked for longest go first,
 * and those of a world that is gone with them. An answer is kept when it is asked for the second time, since most of them are not; refusals are not kept, nor what hangs on the clock.
 */
public final class KeptAnswers {

    /** Of the heap, for all answers together. */
    private static final int SHARE = 32;

    private static final long MOST = 32L * 1024 * 1024;

    /** An answer that takes more than this part of the room is not kept. */
    private static final int LARGE = 8;

    /** What a question and its place take beside their texts and the answer. */
    private static final int FRAME = 512;

    private static final int BYTES_OF_AN_ID = 24;

    private static final int ASKED = 4096;

    private final Map<Question, Kept> kept = new LinkedHashMap<>(64, 0.75f, true);

    /** Of the last questions, by the end of their hash. */
    private final int[] asked = new int[ASKED];

    private final long room;
    private long taken = 0;

    /** @param bytes that it takes with its question, whose filter may be longer than any answer */
    private record Kept(Response answer, Trace trace, long bytes) {

        /** Pieces are those of records, which a kept answer does not keep. */
        Kept whole() {
            return new Kept(answer.whole(), trace, bytes);
        }

        static Kept of(Question question, Response answer, Trace trace) {
            long ids = (long) BYTES_OF_AN_ID * trace.listed().size();
            return new Kept(
                    answer, trace, FRAME + question.length() + answer.content().length() + ids);
        }
    }

    /** With as much room as the heap allows. */
    public KeptAnswers() {
        this(Math.min(MOST, Runtime.getRuntime().maxMemory() / SHARE));
    }

    /** @param room in bytes */
    KeptAnswers(long room) {
        this.room = room;
    }

    /**
     * The answer that is kept, or the one that is found now.
     *
     * @param path below the API's base, as sent
     * @param query as sent
     * @param found what answers; its refusal is passed on
     */
    public Response to(Context context, String path, String query, Function<Context, Response> found) {
        Question question = Question.of(context, path, query);
        Kept before = find(question);
        if (before != null) {
            context.trace().again(before.trace());
            return before.answer();
        }
        // what was told of the call before is not of the answer
        Trace told = new Trace();
        try {
            Response answer = found.apply(context.telling(told));
            if (!told.isMomentary()) {
                keep(question, Kept.of(question, answer, told));
            }
            return answer;
        } finally {
            context.trace().again(told);
        }
    }

    private synchronized @Nullable Kept find(Question question) {
        return kept.get(question);
    }

    private void keep(Question question, Kept answer) {
        if (answer.bytes() <= room / LARGE && wasAsked(question)) {
            put(question, answer.whole());
        }
    }

    private synchronized boolean wasAsked(Question question) {
        int hash = question.hashCode();
        int place = (hash ^ (hash >>> 16)) & (ASKED - 1);
        boolean before = asked[place] == hash;
        asked[place] = hash;
        return before;
    }

    private synchronized void put(Question question, Kept answer) {
        Kept other = kept.put(question, answer);
        taken += answer.bytes() - (other == null ? 0 : other.bytes());
        while (taken > room) {
            Iterator<Kept> oldest = kept.values().iterator();
            taken -= oldest.next().bytes();
            oldest.remove();
        }
    }

    /** What all that is kept takes, in bytes. */
    public synchronized long taken() {
        return taken;
    }
}
