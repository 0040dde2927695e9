package io.alignemulator.resource.call;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Answers of GET that were given before in a world that is still the same one, as the bytes that went out. One for all sandboxes of a server, with one bound: the oldest that nobody asked for since it was last
 * passed over goes first, and so do those of a world that is gone. An answer is kept when it is asked for the second time, since most of them are not; refusals are not kept, nor what hangs on the clock.
 * Finding one takes no lock.
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

    private final ConcurrentMap<Question, Kept> kept = new ConcurrentHashMap<>();

    /** What is kept in the order in which it is looked at when room is needed. */
    private final Deque<Kept> order = new ArrayDeque<>();

    /** Of the last questions, by the end of their hash. */
    private final int[] asked = new int[ASKED];

    private final long room;
    private long taken = 0;

    private static final class Kept {
        private final Question question;
        private final Response answer;
        private final Trace trace;

        /** That it takes with its question, whose filter may be longer than any answer. */
        private final long bytes;

        /** Since somebody last looked for what can go. */
        private volatile boolean wasAsked;

        Kept(Question question, Response answer, Trace trace, long bytes) {
            this.question = question;
            this.answer = answer;
            this.trace = trace;
            this.bytes = bytes;
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
        Kept before = kept.get(question);
        if (before != null) {
            if (!before.wasAsked) {
                before.wasAsked = true;
            }
            context.trace().again(before.trace);
            return before.answer;
        }
        // what was told of the call before is not of the answer
        Trace told = new Trace();
        try {
            Response answer = found.apply(context.telling(told));
            if (!told.isMomentary()) {
                keep(question, answer, told);
            }
            return answer;
        } finally {
            context.trace().again(told);
        }
    }

    private void keep(Question question, Response answer, Trace told) {
        long ids = (long) BYTES_OF_AN_ID * told.listed().size();
        long bytes = FRAME + question.length() + answer.content().length() + ids;
        if (bytes <= room / LARGE && isAskedAgain(question)) {
            // whole: pieces are those of records, which a kept answer does not keep
            put(new Kept(question, answer.whole(), told, bytes));
        }
    }

    private synchronized boolean isAskedAgain(Question question) {
        int hash = question.hashCode();
        int place = (hash ^ (hash >>> 16)) & (ASKED - 1);
        boolean before = asked[place] == hash;
        asked[place] = hash;
        return before;
    }

    private synchronized void put(Kept latest) {
        if (kept.containsKey(latest.question)) {
            return;
        }
        for (int chances = order.size(); taken + latest.bytes > room; chances--) {
            Kept oldest = order.removeFirst();
            if (oldest.wasAsked && chances > 0) {
                oldest.wasAsked = false;
                order.addLast(oldest);
            } else {
                kept.remove(oldest.question);
                taken -= oldest.bytes;
            }
        }
        kept.put(latest.question, latest);
        order.addLast(latest);
        taken += latest.bytes;
    }

    /** What all that is kept takes, in bytes. */
    public synchronized long taken() {
        return taken;
    }
}
