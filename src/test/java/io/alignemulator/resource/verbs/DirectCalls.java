package io.alignemulator.resource.verbs;

import io.alignemulator.access.Access;
import io.alignemulator.access.AccessOptions;
import io.alignemulator.access.Caller;
import io.alignemulator.resource.address.Address;
import io.alignemulator.resource.address.Addresses;
import io.alignemulator.resource.address.Endpoint;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.Parameters;
import io.alignemulator.resource.call.Response;
import io.alignemulator.resource.call.Trace;
import io.alignemulator.settings.Settings;
import io.alignemulator.work.Work;
import io.alignemulator.world.World;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Calls of the API in the thread of the caller, without a server, so that what they take can be counted; each answer is put where a server would send it from. A write changes nothing: each finds the
 * same world.
 */
public final class DirectCalls {

    private static final int LARGE = 1 << 20;

    private static final Instant NOW = Instant.parse("2026-08-01T09:00:00Z");

    private final World world;
    private final Addresses addresses;
    private final Verbs verbs = new Verbs();
    private final Writes writes = new Writes();
    private final ByteBuffer sent = ByteBuffer.allocateDirect(LARGE);

    public DirectCalls(World world) {
        this.world = world;
        this.addresses = new Addresses(world.catalogue(), false);
    }

    /**
     * A call.
     *
     * @param path below the base
     * @param user by id
     */
    public record Call(String method, String path, Map<String, String> query, String body, long user) {}

    /** The answer. */
    public Response answer(Call call, Work work) {
        Response answer = found(call, work);
        answer.content().put(sent.clear());
        return answer;
    }

    private Response found(Call call, Work work) {
        Caller caller = new Caller(world.get("User", call.user()).orElseThrow());
        Access access = Access.of(world, caller.user(), AccessOptions.of(Settings.DEFAULTS));
        Context context =
                new Context(world, caller, access, Settings.DEFAULTS, NOW, "http://localhost", new Trace(), work);
        Address at = addresses.find(call.path()).orElseThrow();
        List<Parameters.Pair> pairs = new ArrayList<>();
        call.query().forEach((name, value) -> pairs.add(new Parameters.Pair(name, value)));
        return switch (call.method()) {
            case "POST" -> writes.create(context, at, call.body()).reply();
            case "PATCH" -> writes.patch(context, at, call.body()).reply();
            default ->
                at.kind() == Endpoint.Kind.COLLECTION
                        ? verbs.list(context, at, new Parameters(pairs))
                        : verbs.get(context, at, new Parameters(pairs));
        };
    }
}
