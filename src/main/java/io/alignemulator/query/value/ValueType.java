package io.alignemulator.query.value;

import java.util.Arrays;
import java.util.Optional;

/** The types that the query language tells apart. Numbers are listed from the narrowest to the widest. */
public enum ValueType {
    /** A {@link String}. */
    TEXT("Edm.String", "System.String"),
    /** A {@link Long}: columns of integers, and literals of up to 32 bits. */
    INTEGER("Edm.Int32", "System.Nullable`1[System.Int32]"),
    /** A {@link Long}: wider literals, and the length of a list. */
    LONG("Edm.Int64", "System.Nullable`1[System.Int64]"),
    /** A {@link Long} or a {@link Double}: literals with a fraction or an exponent that seven digits hold. */
    SINGLE("Edm.Single", "System.Nullable`1[System.Single]"),
    /** A {@link Long} or a {@link Double}: columns of decimals, and longer literals. */
    DOUBLE("Edm.Double", "System.Nullable`1[System.Double]"),
    /** A {@link Long} or a {@link Double}: literals that a double does not hold exactly, or with the suffix m. */
    DECIMAL("Edm.Decimal", "System.Nullable`1[System.Decimal]"),
    /** A {@link Boolean}. The 0/1 flags of the API are integers, not booleans. */
    BOOLEAN("Edm.Boolean", "System.Nullable`1[System.Boolean]"),
    /** An {@link java.time.Instant}. */
    DATE_TIME("Edm.DateTimeOffset", "System.Nullable`1[System.DateTimeOffset]"),
    /** A {@link java.time.LocalDate}. */
    DATE("Edm.Date", "System.Nullable`1[Microsoft.OData.Edm.Date]"),
    /** A {@link java.time.LocalTime}. */
    TIME("Edm.TimeOfDay", "System.Nullable`1[Microsoft.OData.Edm.TimeOfDay]"),
    /** A {@link java.time.Duration}: there are literals of it and nothing that the database could do with them. */
    DURATION("Edm.Duration", "System.Nullable`1[System.TimeSpan]"),
    /** A {@link java.util.UUID}: literals only. */
    GUID("Edm.Guid", "System.Nullable`1[System.Guid]"),
    /** The literal null, which has the type of whatever it is compared with. */
    NULL("", "System.Object"),
    /** A nested record, opaque but for its shape. */
    OBJECT("", "System.Object"),
    /** A {@link java.util.List} of scalars, or of nested records of one shape. */
    COLLECTION("", "System.Object");

    private final String edm;
    private final String clr;

    ValueType(String edm, String clr) {
        this.edm = edm;
        this.clr = clr;
    }

    /** The type's name in the protocol, as error sentences spell it; empty for what has no name of its own. */
    public String edm() {
        return edm;
    }

    /** The type's name in the framework's language, as the sentences about operators spell it. */
    public String clr() {
        return clr;
    }

    /** Whether a property may be of it. */
    public boolean scalar() {
        return this != OBJECT && this != COLLECTION && this != NULL;
    }

    public boolean number() {
        return ordinal() >= INTEGER.ordinal() && ordinal() <= DECIMAL.ordinal();
    }

    /** Whether its numbers have no fraction, so that dividing them leaves none. */
    public boolean integral() {
        return this == INTEGER || this == LONG;
    }

    /** Whether a value of this type may stand where the other is asked for: numbers widen, a day is a point in time. */
    public boolean promotesTo(ValueType wanted) {
        return this == wanted
                || (number() && wanted.number() && ordinal() <= wanted.ordinal())
                || (this == DATE && wanted == DATE_TIME);
    }

    /** The wider of two types of numbers. */
    public ValueType wider(ValueType other) {
        return ordinal() >= other.ordinal() ? this : other;
    }

    /** The type of that protocol name. Names of narrow integers count as 32 bits. */
    public static Optional<ValueType> ofEdm(String name) {
        return switch (name) {
            case "Edm.Int16", "Edm.Byte", "Edm.SByte" -> Optional.of(INTEGER);
            default ->
                Arrays.stream(values())
                        .filter(type -> !type.edm.isEmpty() && type.edm.equals(name))
                        .findFirst();
        };
    }
}
