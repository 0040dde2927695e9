package io.alignemulator.catalogue;

import java.util.Locale;

/** How something about the real API is known; from what the vendor says down to guesses. */
enum EvidenceGrade {
    SEED,
    DOCUMENTED,
    OBSERVED,
    LISTED,
    INFERRED;

    /** The level as the catalogue's files spell it. */
    static EvidenceGrade of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
