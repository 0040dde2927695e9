package io.alignemulator.conformance.reference;

import io.alignemulator.conformance.ClientSite;
import io.alignemulator.conformance.ConformanceClient;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A client for each requirement that does not meet it, by the id. */
public final class WrongClients {

    private WrongClients() {}

    public static Map<String, Function<ClientSite, ConformanceClient>> all() {
        Map<String, Function<ClientSite, ConformanceClient>> all = new TreeMap<>(WrongCredentials.all());
        all.putAll(WrongReads.all());
        all.putAll(WrongWrites.all());
        all.putAll(WrongWaits.all());
        all.putAll(Trapped.all());
        return all;
    }
}
