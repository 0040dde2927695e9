package io.alignemulator.sandbox.faults;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.catalogue.Json;
import io.alignemulator.protocol.faults.Effect;
import io.alignemulator.protocol.faults.Fault;
import io.alignemulator.protocol.json.ControlJson;
import io.alignemulator.protocol.json.Mistake;
import io.alignemulator.resource.address.Endpoints;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.calls.CallFilter;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Rows;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A site with six users, its calls, and faults as they are written; single quotes stand for double ones. */
public final class Examples {

    static final Endpoints ENDPOINTS = Endpoints.of(Rows.CATALOGUE);
    static final SiteUsers PERSONAS = new SiteUsers(
            Map.of("super-admin", 1L, "program-manager", 3L, "deactivated", 6L), id -> id >= 1 && id <= 6);
    static final FaultSite SITE = new FaultSite(ENDPOINTS, PERSONAS, Settings.DEFAULTS);

    private Examples() {}

    public static FaultCall call(String method, String path) {
        return FaultCall.of(ENDPOINTS, sent(method, path), Optional.empty(), "");
    }

    static FaultCall call(String method, String path, long userId) {
        return call(method, path, userId, "user:" + userId + "|token");
    }

    static FaultCall call(String method, String path, long userId, String credential) {
        return FaultCall.of(ENDPOINTS, sent(method, path), Optional.of(userId), credential);
    }

    static JsonNode json(String text) {
        return Json.readStrictly(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static FaultCall.Sent sent(String method, String path) {
        return new FaultCall.Sent(method, path, "", name -> List.of(), () -> new byte[0], Instant.EPOCH);
    }

    static Fault written(String text) {
        return ControlJson.strict().treeToValue(json(text), Fault.class);
    }

    static PreparedFault fault(String text) {
        return prepared(text, SITE);
    }

    static PreparedFault prepared(Fault fault) {
        return PreparedFault.of(fault, SITE);
    }

    static PreparedFault prepared(String text, FaultSite site) {
        return PreparedFault.of(written(text), site);
    }

    /** A fault that answers 503. */
    public static PreparedFault failing(String match) {
        return fault("{'match': " + match + ", 'effect': {'type': 'status', 'code': 503}}");
    }

    static CallFilter match(String match) {
        return failing(match).filter();
    }

    static Effect effect(String text) {
        return fault("{'effect': " + text + "}").fault().effect();
    }

    static List<Mistake> mistakes(String text) {
        return mistakes(text, SITE);
    }

    static List<Mistake> mistakes(String text, FaultSite site) {
        return assertThrows(FaultException.class, () -> prepared(text, site)).mistakes();
    }

    static List<String> pointers(String text) {
        return mistakes(text).stream().map(Mistake::pointer).toList();
    }

    static String text(Response reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
