package io.alignemulator.query.value;

import io.alignemulator.wording.Nearest;
import java.util.Collection;

/** The known name that is nearest to a misspelt one, as a sentence. */
public final class Suggestion {

    private Suggestion() {}

    /** {@code Did you mean 'x'?}, or an empty text where nothing is near. */
    public static String of(String name, Collection<String> known) {
        return Nearest.of(name, known)
                .map(near -> "Did you mean '" + near + "'?")
                .orElse("");
    }
}
