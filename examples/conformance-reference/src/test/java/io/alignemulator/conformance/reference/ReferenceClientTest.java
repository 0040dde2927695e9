package io.alignemulator.conformance.reference;

import io.alignemulator.conformance.ClientSite;
import io.alignemulator.conformance.ConformanceClient;
import io.alignemulator.junit.ClientConformanceTest;

/** Each requirement is a test. */
class ReferenceClientTest extends ClientConformanceTest {

    @Override
    protected ConformanceClient client(ClientSite site) {
        return new ReferenceClient(site);
    }
}
