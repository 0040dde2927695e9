package io.alignemulator.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Texts inside JSON. */
final class Texts {

    /** 64 KB that differ from place to place. */
    static final String LONG =
            IntStream.range(0, 8192).mapToObj(i -> String.format("%07d,", i)).collect(Collectors.joining());

    private Texts() {}

    /** The same JSON with a mark replaced wherever it stands in a text. */
    static @Nullable Object replaced(@Nullable Object json, String mark, String by) {
        if (json instanceof String text) {
            return text.replace(mark, by);
        } else if (json instanceof List<?> list) {
            return list.stream().map(each -> replaced(each, mark, by)).toList();
        } else if (json instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            map.forEach((key, value) -> object.put(String.valueOf(key), replaced(value, mark, by)));
            return object;
        }
        return json;
    }
}
