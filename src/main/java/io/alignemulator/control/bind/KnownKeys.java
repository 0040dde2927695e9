package io.alignemulator.control.bind;

import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Has keys that a record does not have refused before the record is made: most are spelling mistakes, and the record may miss what was meant. */
final class KnownKeys extends ValueDeserializerModifier {
    private static final long serialVersionUID = 1L;

    private KnownKeys() {}

    /** The same mapper, but that unknown keys come first. */
    static JsonMapper only(JsonMapper mapper) {
        return mapper.rebuild()
                .enable(DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES)
                .addModule(new SimpleModule().setDeserializerModifier(new KnownKeys()))
                .build();
    }

    @Override
    public ValueDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription.Supplier type, ValueDeserializer<?> deserializer) {
        if (!(deserializer instanceof BeanDeserializerBase record)) {
            return deserializer;
        }
        AnnotatedMember rest = type.get().findAnySetterAccessor();
        if (rest != null) {
            // an object under the name of the component that takes all other keys would be swallowed
            return record.withByNameInclusion(Set.of(rest.getName()), null);
        }
        Set<String> known =
                record.getKnownPropertyNames().stream().map(String::valueOf).collect(Collectors.toSet());
        return record.withByNameInclusion(Set.of(), known);
    }
}
