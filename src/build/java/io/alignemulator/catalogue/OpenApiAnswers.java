package io.alignemulator.catalogue;

import tools.jackson.databind.node.ObjectNode;

/** Build step: the answers of one operation, put together by call; answers that every operation shares are references. */
final class OpenApiAnswers {

    private final ObjectNode answers = OpenApiSchemas.node();

    /** A 200 with a JSON body that has the example of that name. */
    OpenApiAnswers ok(String description, ObjectNode schema, String example) {
        ObjectNode json = answer("200", description).putObject("content").putObject("application/json");
        json.set("schema", schema);
        json.putObject("examples").putObject("example").put("$ref", "#/components/examples/" + example);
        return this;
    }

    OpenApiAnswers created(String description) {
        ObjectNode json = answer("201", description).putObject("content").putObject("application/json");
        json.putObject("schema").put("type", "integer").put("format", "int32");
        json.putObject("examples").putObject("id").put("value", 1);
        return this;
    }

    OpenApiAnswers noContent(String description) {
        answer("204", description);
        return this;
    }

    /** An address that leads nowhere. */
    OpenApiAnswers nothingThere() {
        answer("404", "There is no such address. Empty body.");
        return this;
    }

    /** A refusal in words. */
    OpenApiAnswers sentence(String status, String description, String example) {
        sentence(answer(status, description).putObject("content"), example);
        return this;
    }

    /** Options that are refused: in words for those of OData, as a problem for those that the framework reads. */
    OpenApiAnswers badOptions(String example) {
        return badRequest("An option is not valid.", example);
    }

    /** A body that is refused: in words for its values, as a problem for its form. */
    OpenApiAnswers badBody(String example) {
        badRequest("A value is not valid, or the body is not of the right form.", example);
        shared("413", "PayloadTooLarge");
        shared("415", "UnsupportedMediaType");
        return this;
    }

    /** Words come first: who generates code keeps the type that stands first. */
    private OpenApiAnswers badRequest(String description, String example) {
        ObjectNode content = answer("400", description).putObject("content");
        sentence(content, example);
        ObjectNode problem = content.putObject("application/problem+json");
        problem.set("schema", OpenApiSchemas.reference("ProblemDetails"));
        problem.putObject("examples").putObject("form").put("$ref", "#/components/examples/ProblemDetails");
        return this;
    }

    /** Completed by what every operation may answer; in the order of their status. */
    ObjectNode withRefusals() {
        shared("401", "Unauthorized");
        shared("403", "Forbidden");
        shared("429", "TooManyRequests");
        ObjectNode sorted = OpenApiSchemas.node();
        answers.propertyNames().stream().sorted().forEach(status -> sorted.set(status, answers.path(status)));
        return sorted;
    }

    private void shared(String status, String name) {
        answers.putObject(status).put("$ref", "#/components/responses/" + name);
    }

    private ObjectNode answer(String status, String description) {
        return answers.putObject(status).put("description", description);
    }

    private static void sentence(ObjectNode content, String example) {
        ObjectNode text = content.putObject("text/plain");
        text.set("schema", OpenApiSchemas.reference("Sentence"));
        text.putObject("examples").putObject("sentence").put("value", example);
    }
}
