package io.alignemulator.conformance.reference;

import java.net.http.HttpHeaders;
import java.util.Optional;

/** An answer of the site. */
record Reply(int status, HttpHeaders headers, String body) {

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Without parameters; empty when it is not said. */
    String contentType() {
        return header("Content-Type").orElse("").split(";", 2)[0].strip();
    }
}
