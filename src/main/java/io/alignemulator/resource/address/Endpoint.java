package io.alignemulator.resource.address;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Route;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An address of the API below its base, with variables.
 *
 * @param route of the collection
 * @param resource whose records it serves
 * @param methods it takes, in the order of an Allow header
 */
public record Endpoint(Kind kind, Route route, List<Segment> segments, Resource resource, List<String> methods) {

    /** What is found at an address. */
    public enum Kind {
        /** {@code /{Collection}}: an array of records. */
        COLLECTION,

        /** {@code /{Collection}/{id}}: one record. */
        ITEM,

        /** {@code /Users/whoami}: the caller's record. */
        WHOAMI,

        /** {@code /{Collection}/{id}/editmeta}. */
        EDITMETA,

        /** {@code /{Collection}/{id}/auditlog}. */
        AUDITLOG
    }

    /** One part of the path. */
    public sealed interface Segment {

        /** Whether the part of a call's path, in lower case, fits. */
        boolean accepts(String part);

        /** The word, or the variable's name. */
        String name();

        /** A word, in lower case. */
        record Word(String word) implements Segment {
            @Override
            public boolean accepts(String part) {
                return word.equals(part);
            }

            @Override
            public String name() {
                return word;
            }

            @Override
            public String toString() {
                return word;
            }
        }

        /** A whole number of 32 bits, with blanks around it, a sign and leading zeros (rule ADDR-12). */
        record WholeNumber(String name) implements Segment {

            private static final Pattern NUMBER = Pattern.compile("[ \\t-\\r]*([-+]?[0-9]+)[ \\t-\\r]*");

            /** Digits of the largest number of 32 bits. */
            private static final int SURELY_FITS = 10;

            @Override
            public boolean accepts(String part) {
                return read(part).isPresent();
            }

            /** The number that a part of a path is. */
            static OptionalLong read(String part) {
                if (isPlain(part)) {
                    return OptionalLong.of(Long.parseLong(part));
                }
                Matcher number = NUMBER.matcher(part);
                try {
                    return number.matches() ? OptionalLong.of(Integer.parseInt(number.group(1))) : OptionalLong.empty();
                } catch (NumberFormatException e) {
                    return OptionalLong.empty();
                }
            }

            /** Digits, and too few of them for more than 32 bits: what nearly every call has. */
            private static boolean isPlain(String part) {
                for (int i = 0; i < part.length(); i++) {
                    if (part.charAt(i) < '0' || part.charAt(i) > '9') {
                        return false;
                    }
                }
                return !part.isEmpty() && part.length() < SURELY_FITS;
            }

            @Override
            public String toString() {
                return "{" + name + "}";
            }
        }

        /** Any text. */
        record AnyText(String name) implements Segment {
            @Override
            public boolean accepts(String part) {
                return true;
            }

            @Override
            public String toString() {
                return "{" + name + "}";
            }
        }
    }

    /** Whether a path, in lower case, is one of this address. */
    public boolean matches(List<String> parts) {
        if (parts.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!segments.get(i).accepts(parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The part of a path that keeps it from being one of this address, because it has to be a number and is none. */
    Optional<String> misfit(List<String> parts) {
        Optional<String> misfit = Optional.empty();
        if (parts.size() != segments.size()) {
            return misfit;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!segments.get(i).accepts(parts.get(i))) {
                if (!(segments.get(i) instanceof Segment.WholeNumber)) {
                    return Optional.empty();
                }
                misfit = Optional.of(parts.get(i));
            }
        }
        return misfit;
    }

    /** The part of a path that matches which is the id of a record of {@link #resource}; empty when there is none. */
    public Optional<String> recordId(List<String> parts) {
        return switch (kind) {
            case ITEM -> Optional.of(parts.get(parts.size() - 1));
            case EDITMETA, AUDITLOG -> Optional.of(parts.get(parts.size() - 2));
            case COLLECTION, WHOAMI -> Optional.empty();
        };
    }

    /** Below the base, e.g. {@code /epics/{id}}. */
    public String path() {
        return segments.stream().map(segment -> "/" + segment).collect(Collectors.joining());
    }
}
