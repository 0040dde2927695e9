package io.alignemulator.world.packed;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.world.Row;
import io.alignemulator.world.Token;
import io.alignemulator.world.World;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A world as bytes for the catalogue that it was packed with and no other: values by the position of their field, computed ones too, so that unpacking checks and computes
 * nothing. For what is packed at a build and shipped in the same jar; what has to outlive versions is saved in another way.
 */
public final class PackedWorld {

    /** Packed in place of the time at which a world is unpacked. */
    public static final Instant NOW = Instant.EPOCH.minusMillis(1);

    private static final Instant TODAY = NOW.truncatedTo(ChronoUnit.DAYS);

    private PackedWorld() {}

    /**
     * What was packed together.
     *
     * @param tokens by their text
     */
    public record Packed(World world, Map<String, Token> tokens) {}

    public static byte[] pack(Packed packed) {
        World world = packed.world();
        ByteWriter out = new ByteWriter();
        for (Resource resource : world.catalogue().resources()) {
            boolean isOwn = resource.recordsOf().equals(resource.name());
            out.number(isOwn ? world.table(resource).size() : 0);
            if (isOwn) {
                world.table(resource).rows().forEach(row -> write(out, row));
            }
        }
        write(out, world.lastIds());
        writeTokens(out, packed.tokens());
        return out.toBytes();
    }

    private static void write(ByteWriter out, Map<String, Long> numbers) {
        out.number(numbers.size());
        numbers.forEach((name, number) -> {
            out.text(name);
            out.number(number);
        });
    }

    private static void writeTokens(ByteWriter out, Map<String, Token> tokens) {
        out.number(tokens.size());
        tokens.forEach((text, token) -> {
            out.text(text);
            out.number(token.userId());
            out.text(token.grant().map(grant -> grant.scope().text()).orElse(""));
            ValueCodec.write(out, token.grant().flatMap(Token.Grant::expires).orElse(null));
        });
    }

    private static Map<String, Token> tokens(ByteReader in) {
        Map<String, Token> tokens = new TreeMap<>();
        for (int i = in.count(); i > 0; i--) {
            String text = in.text();
            long user = in.number();
            Optional<Token.Scope> scope = Token.Scope.of(in.text());
            Object expires = ValueCodec.read(in);
            tokens.put(
                    text,
                    new Token(
                            user,
                            scope.map(each -> new Token.Grant(
                                    each, expires instanceof Instant time ? Optional.of(time) : Optional.empty()))));
        }
        return tokens;
    }

    private static void write(ByteWriter out, Row row) {
        for (Field field : row.resource().fields()) {
            ValueCodec.write(out, row.get(field));
        }
    }

    /** @param now stands wherever {@link #NOW} was packed, and its midnight where that of {@link #NOW} was */
    public static Packed unpack(byte[] bytes, Catalogue catalogue, Instant now) {
        ByteReader in = new ByteReader(bytes);
        Map<String, List<Row>> rows = new TreeMap<>();
        for (Resource resource : catalogue.resources()) {
            int count = in.count();
            List<Row> own = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                own.add(read(in, resource, now));
            }
            rows.put(resource.name(), own);
        }
        World world = World.restored(catalogue, rows, numbers(in));
        return new Packed(world, tokens(in));
    }

    private static Map<String, Long> numbers(ByteReader in) {
        Map<String, Long> numbers = new TreeMap<>();
        for (int i = in.count(); i > 0; i--) {
            numbers.put(in.text(), in.number());
        }
        return numbers;
    }

    private static Row read(ByteReader in, Resource resource, Instant now) {
        @Nullable Object[] values = new Object[resource.fields().size()];
        for (int i = 0; i < values.length; i++) {
            Object value = ValueCodec.read(in);
            values[i] = value instanceof Instant time ? at(time, now) : value;
        }
        return Row.of(resource, values);
    }

    private static Instant at(Instant packed, Instant now) {
        return packed.equals(NOW) ? now : packed.equals(TODAY) ? now.truncatedTo(ChronoUnit.DAYS) : packed;
    }
}
