package io.alignemulator.world.packed;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.world.Token;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * What stands before the blocks of a packed world.
 *
 * @param blocks in the order in which they follow
 * @param lastIds the highest id that each resource ever had
 * @param tokens by their text
 */
record PackedIndex(List<Block> blocks, Map<String, Long> lastIds, Map<String, Token> tokens) {

    /**
     * Rows that lie together.
     *
     * @param length in bytes
     * @param checksum of the bytes
     */
    record Block(Resource resource, int rows, int length, long checksum) {

        static Block of(Resource resource, int rows, byte[] bytes) {
            return new Block(resource, rows, bytes.length, PackedIndex.checksum(bytes));
        }
    }

    static long checksum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }

    byte[] toBytes() {
        ByteWriter out = new ByteWriter();
        out.number(blocks.size());
        for (Block block : blocks) {
            out.number(block.resource().ordinal());
            out.number(block.rows());
            out.number(block.length());
            out.number(block.checksum());
        }
        out.number(lastIds.size());
        lastIds.forEach((name, number) -> {
            out.text(name);
            out.number(number);
        });
        out.number(tokens.size());
        tokens.forEach((text, token) -> {
            out.text(text);
            out.number(token.userId());
            out.text(token.grant().map(grant -> grant.scope().text()).orElse(""));
            ValueCodec.write(out, token.grant().flatMap(Token.Grant::expires).orElse(null));
        });
        return out.toBytes();
    }

    static PackedIndex read(byte[] bytes, Catalogue catalogue) {
        ByteReader in = new ByteReader(bytes);
        List<Block> blocks = new ArrayList<>();
        for (int i = in.count(); i > 0; i--) {
            Resource resource = catalogue.resources().get((int) in.number());
            blocks.add(new Block(resource, (int) in.number(), (int) in.number(), in.number()));
        }
        Map<String, Long> lastIds = new TreeMap<>();
        for (int i = in.count(); i > 0; i--) {
            lastIds.put(in.text(), in.number());
        }
        return new PackedIndex(blocks, lastIds, tokens(in));
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
}
