package io.alignemulator.drift;

/**
 * A line of the patch.
 *
 * @param file of this repository
 * @param key where in it
 * @param before what stands there
 * @param after what should stand there
 * @param because a difference, or evidence: nothing changes but how well it is known
 */
record PatchLine(String file, String key, String before, String after, String because) {

    static final String DIFFERENCE = "difference";
    static final String EVIDENCE = "evidence";

    boolean isDifference() {
        return because.equals(DIFFERENCE);
    }

    @Override
    public String toString() {
        return file + ": " + key + ": " + before + " -> " + after;
    }
}
