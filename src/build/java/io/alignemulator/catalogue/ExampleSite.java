package io.alignemulator.catalogue;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Build step: a site whose records and answers are the examples of the OpenAPI document, so that whoever sends one is answered. */
public interface ExampleSite {

    /** Holds nothing and answers nothing; the examples are values that are typical of their types. */
    ExampleSite NONE = new ExampleSite() {

        @Override
        public List<JsonNode> stored(Resource resource) {
            return List.of();
        }

        @Override
        public Reply call(String method, String path, String body) {
            return new Reply(0, "");
        }
    };

    /** What was answered. */
    record Reply(int status, String body) {}

    /** The records of a resource as fixtures hold them, with the keys that answers hide. */
    List<JsonNode> stored(Resource resource);

    /**
     * Makes a call as a super administrator; whatever it changes is taken back.
     *
     * @param path below the base of version 2, with its query
     * @param body empty for none
     */
    Reply call(String method, String path, String body);
}
