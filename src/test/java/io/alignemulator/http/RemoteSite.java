package io.alignemulator.http;

import java.net.URI;

/** A site that is not ours: nothing is brought back, so tests leave nothing behind that they were not told to. */
record RemoteSite(URI uri, String token) implements SiteUnderTest {

    @Override
    public void reset() {}

    @Override
    public void close() {}
}
