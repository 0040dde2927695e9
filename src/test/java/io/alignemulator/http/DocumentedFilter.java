package io.alignemulator.http;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Holds the answers of calls that are made with REST Assured against the OpenAPI document. */
final class DocumentedFilter implements Filter {

    static final DocumentedFilter INSTANCE = new DocumentedFilter();

    private DocumentedFilter() {}

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification wanted, FilterContext context) {
        Response response = context.next(request, wanted);
        Map<String, String> headers = new TreeMap<>();
        response.headers().forEach(header -> headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue()));
        URI uri = URI.create(request.getBaseUri());
        String path = URI.create(request.getURI().split("[?]", 2)[0]).getRawPath();
        Answer answer = Answer.of(response.statusCode(), headers, response.asByteArray());
        Documented.check(uri.getAuthority(), request.getMethod(), path, answer);
        return response;
    }
}
