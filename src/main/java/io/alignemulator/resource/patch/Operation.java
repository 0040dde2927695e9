package io.alignemulator.resource.patch;

import io.alignemulator.resource.body.SentOperation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * One step of a patch.
 *
 * @param word what it is called in the patch
 * @param from source of a move or copy
 * @param value operand of an add, replace or test
 */
record Operation(Kind kind, String word, Pointer path, Optional<Pointer> from, JsonNode value) {

    /** The operations of RFC 6902, in the order of their numbers. */
    enum Kind {
        ADD,
        REMOVE,
        REPLACE,
        MOVE,
        COPY,
        TEST;

        /** As the standard spells them, which nearly all are. */
        private static final Map<String, Kind> BY_WORD = Arrays.stream(values())
                .collect(Collectors.toUnmodifiableMap(kind -> kind.name().toLowerCase(Locale.ROOT), kind -> kind));

        private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}");

        boolean hasSource() {
            return this == MOVE || this == COPY;
        }

        boolean hasOperand() {
            return this == ADD || this == REPLACE || this == TEST;
        }

        /** By its word in any case, or its number, with blanks around; several numbers or words are joined as bits, as the framework does it. */
        private static Optional<Kind> named(String word) {
            Kind known = BY_WORD.get(word);
            if (known != null) {
                return Optional.of(known);
            }
            int number = 0;
            for (String part : word.strip().split(",", -1)) {
                Optional<Integer> one = number(part.strip());
                if (one.isEmpty()) {
                    return Optional.empty();
                }
                number |= one.get();
            }
            return number >= 0 && number < values().length ? Optional.of(values()[number]) : Optional.empty();
        }

        private static Optional<Integer> number(String word) {
            if (NUMBER.matcher(word).matches()) {
                return Optional.of(Integer.valueOf(word));
            }
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equals(word.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .map(Kind::ordinal);
        }
    }

    /** Reads an operation; one without a word is an add. Refuses what the framework ends with a fault for (rule ROBU-01). */
    static Operation of(SentOperation sent) {
        String word = sent.op().orElse(sent.hasOp() ? "" : "add");
        Kind kind =
                Kind.named(word).orElseThrow(() -> PatchException.of("Invalid JsonPatch operation '" + word + "'."));
        Pointer path = Pointer.parse(
                sent.path().orElseThrow(() -> PatchException.of("The operation '" + word + "' has no path.")));
        Optional<Pointer> from = kind.hasSource()
                ? Optional.of(Pointer.parse(
                        sent.from().orElseThrow(() -> PatchException.of("The operation '" + word + "' has no from."))))
                : Optional.empty();
        return new Operation(kind, word, path, from, sent.value());
    }
}
