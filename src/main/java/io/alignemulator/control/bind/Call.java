package io.alignemulator.control.bind;

import io.alignemulator.resource.call.Parameters;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A call of the control API.
 *
 * @param path what follows {@code /_emulator}
 * @param variables values of the route's variables by name
 * @param headers gives a header's value, empty when it is missing
 * @param origin scheme and host as the client used them
 * @param hasBody whether there is a body, as far as is known without waiting for one
 * @param content reads the body, which may be on its way; to be asked for when the call is taken
 */
public record Call(
        String method,
        String path,
        Parameters query,
        Map<String, String> variables,
        UnaryOperator<String> headers,
        String origin,
        boolean hasBody,
        Supplier<byte[]> content) {

    /** The same at a route with variables. */
    public Call with(Map<String, String> values) {
        return new Call(method, path, query, values, headers, origin, hasBody, content);
    }

    /** What was sent; reads it. */
    public byte[] body() {
        return content.get();
    }

    /** A header's value, empty when it is missing. */
    public String header(String name) {
        return headers.apply(name);
    }

    /** A variable of the route's address, empty when it is missing. */
    public String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    /** A parameter of the query. */
    public Optional<String> parameter(String name) {
        return query.value(name);
    }

    /** Whether the body says that it is JSON. */
    public boolean isJson() {
        String type = header("Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"));
    }

    /** Whether the caller asks for text to read rather than for JSON. */
    public boolean wantsText() {
        return parameter("format").filter("text"::equalsIgnoreCase).isPresent()
                || header("Accept").toLowerCase(Locale.ROOT).startsWith("text/plain");
    }

    /**
     * The body as a record.
     *
     * @throws ControlCallException with everything that is wrong with it
     */
    public <T extends Record> T body(Class<T> type) {
        return Binder.read(Binder.tree(body()), type).orRefuse();
    }

    /** The query parameters as a record, which names them all. */
    public <T extends Record> T query(Class<T> type) {
        return Binder.query(query, names(type), type);
    }

    /** The query parameters that belong to the second record, and the rest as the first, whose the unknown ones are. */
    public <T extends Record> T queryBut(Class<T> type, Class<? extends Record> others) {
        Set<String> names = query.pairs().stream().map(Parameters.Pair::name).collect(Collectors.toSet());
        names.removeAll(names(others));
        return Binder.query(query, names, type);
    }

    private static Set<String> names(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }
}
