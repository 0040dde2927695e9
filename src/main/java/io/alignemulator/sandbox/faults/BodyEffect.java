package io.alignemulator.sandbox.faults;

import io.alignemulator.resource.call.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An effect that changes the JSON of an answer; status and headers stay. Where an answer has no JSON, a refusal for one, it stays as it is. */
public sealed interface BodyEffect extends Effect {

    /** Breaks the end of a JSON body: it begins like the right one and has its length, but no reader takes it for JSON. Other bodies stay as they are. */
    record MalformedJson() implements BodyEffect {
        @Override
        public String type() {
            return "malformedJson";
        }

        @Override
        public Response transform(Response reply) {
            return JsonBody.broken(reply);
        }
    }

    /**
     * Adds a property to the object that a JSON body holds, or to each object of its array, behind all others; an object that has the property already stays as it is.
     *
     * @param name not empty
     */
    record ExtraProperty(String name, JsonNode value) implements BodyEffect {
        public ExtraProperty {
            Range.require(!name.isEmpty(), "A property has a name");
            value = value.deepCopy();
        }

        /** A copy: JSON trees can be changed. */
        @Override
        public JsonNode value() {
            return value.deepCopy();
        }

        @Override
        public String type() {
            return "extraProperty";
        }

        @Override
        public ObjectNode json() {
            return BodyEffect.super.json().put("name", name).set("value", value());
        }

        @Override
        public Response transform(Response reply) {
            return JsonBody.changed(reply, object -> {
                if (!object.has(name)) {
                    object.set(name, value());
                }
            });
        }
    }

    /**
     * Gives a field of the object that a JSON body holds, or of each object of its array, a value of another JSON type: a number or a boolean becomes the text of it, a text
     * becomes the integer that it spells or else 0, an object becomes an array with the object in it, an array becomes an object with the places as keys, and null becomes an
     * empty object. An object without the field stays as it is.
     *
     * @param field key in the exact spelling of the API
     */
    record WrongType(String field) implements BodyEffect {
        public WrongType {
            Range.require(!field.isEmpty(), "A field has a name");
        }

        @Override
        public String type() {
            return "wrongType";
        }

        @Override
        public ObjectNode json() {
            return BodyEffect.super.json().put("field", field);
        }

        @Override
        public Response transform(Response reply) {
            return JsonBody.changed(reply, object -> {
                if (object.has(field)) {
                    object.set(field, JsonBody.otherType(object.path(field)));
                }
            });
        }
    }
}
