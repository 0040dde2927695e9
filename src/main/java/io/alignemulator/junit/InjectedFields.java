package io.alignemulator.junit;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Fields that carry {@link AlignEmulator}. */
final class InjectedFields {

    private InjectedFields() {}

    static List<Field> of(Class<?> type) {
        return AnnotationSupport.findAnnotatedFields(
                type, AlignEmulator.class, field -> true, HierarchyTraversalMode.TOP_DOWN);
    }

    /** Fills the static fields of the class. */
    static void ofClass(ExtensionContext context, Function<Field, Object> value) {
        fill(context.getRequiredTestClass(), null, true, value);
    }

    /** Fills the instance fields of the test, and of the instances around it. */
    static void ofTest(ExtensionContext context, Function<Field, Object> value) {
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            fill(instance.getClass(), instance, false, value);
        }
    }

    private static void fill(
            Class<?> type, @Nullable Object instance, boolean isStatic, Function<Field, Object> value) {
        for (Field field : of(type)) {
            if (Modifier.isStatic(field.getModifiers()) == isStatic) {
                try {
                    field.setAccessible(true);
                    field.set(instance, value.apply(field));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException("The field " + field + " cannot be filled", e);
                }
            }
        }
    }
}
