package io.alignemulator.http;

import java.net.URI;

/** A site that the suite runs against: an address, a super administrator's token, and a way back to its first state. */
interface SiteUnderTest extends AutoCloseable {

    /** Scheme, host and port. */
    URI uri();

    /** Token of user 1, a super administrator. */
    String token();

    /** Brings back the records of {@code fixtures/old-site}. */
    void reset();

    @Override
    void close();
}
