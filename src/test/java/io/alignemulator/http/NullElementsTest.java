package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Field.Write;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A list of objects may hold nothing where an object should be. */
@Tag("in-process")
class NullElementsTest extends BlackBox {

    /** An answer with such an element is outside the document. */
    @Override
    boolean isOutsideTheDocument() {
        return true;
    }

    static Stream<Arguments> listsOfObjects() {
        return updatedResources().stream().flatMap(resource -> resource.fields().stream()
                .filter(field -> field.isArray()
                        && field.write() == Write.ALWAYS
                        && field.type().items().equals(Optional.of(Kind.OBJECT)))
                .map(field -> Arguments.of(resource, field.name())));
    }

    @ParameterizedTest
    @MethodSource("listsOfObjects")
    @Rule("ROBU-01")
    void nothingAmongTheElementsOfAListIsTakenOrRefused(Resource resource, String list) {
        String collection = "/" + resource.collection();
        String item = collection + "/" + client().get(collection).ids().get(0);
        for (String elements : List.of("[null]", "[null,{}]", "[{},null]")) {
            Answer answer = client().replace(item, list, elements);
            assertTrue(answer.status() < 500, elements + ": " + answer.body());
            client().get(item).expect(200);
            client().get(item + "?expand=true").expect(200);
            client().get(collection).expect(200);
        }
        control("GET", "/export", "").expect(200);
        control("GET", "/integrity", "").expect(200);
    }
}
