package io.alignemulator.catalogue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Writes what {@link PackedTree} reads. */
final class TreePacker {

    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(values);

    private TreePacker() {}

    /** @throws IllegalArgumentException when the tree holds what is not packed, or more than is counted in 15 bits */
    static byte[] pack(JsonNode tree) throws IOException {
        TreePacker packer = new TreePacker();
        packer.value(tree);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        DataOutputStream all = new DataOutputStream(packed);
        all.writeInt(packer.texts.size());
        for (String text : packer.texts.keySet()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            all.writeShort(counted(bytes.length));
            all.write(bytes);
        }
        packer.values.writeTo(all);
        return packed.toByteArray();
    }

    private void value(JsonNode value) throws IOException {
        if (value.isObject()) {
            out.writeByte(PackedTree.OBJECT);
            out.writeShort(counted(value.size()));
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                text(member.getKey());
                value(member.getValue());
            }
        } else if (value.isArray()) {
            out.writeByte(PackedTree.ARRAY);
            out.writeShort(counted(value.size()));
            for (JsonNode element : value) {
                value(element);
            }
        } else if (value.isString()) {
            out.writeByte(PackedTree.TEXT);
            text(value.asString());
        } else if (value.isIntegralNumber() && value.canConvertToLong()) {
            out.writeByte(PackedTree.NUMBER);
            out.writeLong(value.asLong());
        } else if (value.isBoolean()) {
            out.writeByte(value.asBoolean() ? PackedTree.TRUE : PackedTree.FALSE);
        } else if (value.isNull()) {
            out.writeByte(PackedTree.NULL);
        } else {
            throw new IllegalArgumentException("not packed: " + value);
        }
    }

    private void text(String text) throws IOException {
        int number = texts.computeIfAbsent(text, each -> texts.size());
        out.writeShort(counted(number));
    }

    private static int counted(int count) {
        if (count > Short.MAX_VALUE) {
            throw new IllegalArgumentException("more than " + Short.MAX_VALUE);
        }
        return count;
    }
}
