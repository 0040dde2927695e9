package io.alignemulator.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What is no HTTP request never reaches a route; the answer is its status, without the library's page, and that the connection ends. A class, for no archive of classes keeps a lambda of this type. */
final class WithoutPage implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        callback.succeeded();
        return true;
    }
}
