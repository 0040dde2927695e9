package io.alignemulator.resource;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import java.util.ArrayList;
import java.util.List;

/** What a path below the API's base stands for. */
public sealed interface Address {

    /** The methods it takes, in the order of an Allow header. */
    List<String> methods();

    /** {@code /{Collection}}. */
    record Collection(Resource resource, Selector selector) implements Address {
        @Override
        public List<String> methods() {
            return resource.verbs().contains(Verb.CREATE) ? List.of("GET", "POST") : List.of("GET");
        }
    }

    /** {@code /{Collection}/{id}}. */
    record Item(Resource resource, Selector selector, long id) implements Address {
        @Override
        public List<String> methods() {
            List<String> methods = new ArrayList<>(List.of("GET"));
            if (resource.verbs().contains(Verb.UPDATE)) {
                methods.addAll(List.of("PUT", "PATCH"));
            }
            if (resource.verbs().contains(Verb.DELETE)) {
                methods.add("DELETE");
            }
            return methods;
        }
    }

    /** {@code /{Collection}/{id}/editmeta} or {@code /auditlog}. */
    record SubResource(Resource resource, long id, String name) implements Address {
        @Override
        public List<String> methods() {
            return List.of("GET");
        }
    }

    /** {@code /Users/whoami}. */
    record WhoAmI(Resource users) implements Address {
        @Override
        public List<String> methods() {
            return List.of("GET");
        }
    }
}
