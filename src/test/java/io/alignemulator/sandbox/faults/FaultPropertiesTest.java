package io.alignemulator.sandbox.faults;

import static io.alignemulator.sandbox.faults.Examples.SITE;
import static io.alignemulator.sandbox.faults.Examples.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.catalogue.Json;
import io.alignemulator.protocol.calls.CallMatcher;
import io.alignemulator.protocol.calls.Method;
import io.alignemulator.protocol.faults.Effect;
import io.alignemulator.protocol.faults.Effect.CloseAfter;
import io.alignemulator.protocol.faults.Effect.CloseBefore;
import io.alignemulator.protocol.faults.Effect.ControlCall;
import io.alignemulator.protocol.faults.Effect.Delay;
import io.alignemulator.protocol.faults.Effect.Drip;
import io.alignemulator.protocol.faults.Effect.ExtraProperty;
import io.alignemulator.protocol.faults.Effect.MalformedJson;
import io.alignemulator.protocol.faults.Effect.Meanwhile;
import io.alignemulator.protocol.faults.Effect.ProxyPage;
import io.alignemulator.protocol.faults.Effect.Redirect;
import io.alignemulator.protocol.faults.Effect.Status;
import io.alignemulator.protocol.faults.Effect.TooManyRequests;
import io.alignemulator.protocol.faults.Effect.TruncatedBody;
import io.alignemulator.protocol.faults.Effect.UnauthorizedFromNowOn;
import io.alignemulator.protocol.faults.Effect.WrongType;
import io.alignemulator.protocol.faults.Fault;
import io.alignemulator.protocol.faults.FaultInfo;
import io.alignemulator.protocol.json.ControlJson;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.calls.Selection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What holds for every fault. */
class FaultPropertiesTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** One of each effect, so that a new one is not forgotten here. */
    private static final List<Effect> EFFECTS = List.of(
            new Status(503),
            new TooManyRequests(OptionalInt.of(30), true),
            new ProxyPage(502),
            new Redirect("http://localhost:8080/elsewhere", 308),
            new UnauthorizedFromNowOn(),
            new Meanwhile(List.of(
                    new ControlCall(Method.PUT, "/clock", Optional.of(Map.of("advance", "PT61S"))),
                    new ControlCall(Method.POST, "/reset", Optional.empty()))),
            new MalformedJson(),
            new ExtraProperty("rank", List.of(1)),
            new WrongType("title"),
            new Delay(Duration.ofSeconds(2)),
            new Drip(10, Duration.ofMillis(50)),
            new CloseBefore(),
            new CloseAfter(),
            new TruncatedBody(OptionalInt.of(10), OptionalDouble.empty(), true));

    /** Made once: a property asks for hundreds of thousands. */
    private static final List<FaultCall> CALLS = Stream.of("GET", "PATCH", "POST")
            .flatMap(method -> Stream.of("/epics", "/epics/1", "/features/1", "/nothing")
                    .flatMap(path -> Stream.of(3L, 4L).map(user -> call(method, path, user))))
            .toList();

    @Test
    void everyEffectIsTriedAndKnownToTheReader() {
        Set<Class<?>> all = new HashSet<>(List.of(Effect.class.getPermittedSubclasses()));
        assertEquals(all, Set.copyOf(EFFECTS.stream().map(Object::getClass).toList()));
    }

    @Property
    void aFaultIsReadFromWhatItPrints(@ForAll("faults") Fault fault) {
        String printed = ControlJson.strict().writeValueAsString(fault);
        assertEquals(fault, ControlJson.strict().readValue(printed, Fault.class));
    }

    @Property
    void theNthCallIsHitExactlyOnce(
            @ForAll @IntRange(min = 1, max = 60) int nth, @ForAll("calls") List<FaultCall> calls) {
        Faults faults = new Faults();
        faults.add(
                prepared(Fault.status(500).on(CallMatcher.ANY.path("/epics/**")).nth(nth)));
        List<FaultCall> counted = calls.stream()
                .filter(call -> call.parts().get(0).equals("epics"))
                .toList();
        List<Optional<Hit>> hits = calls.stream().map(faults::next).toList();
        assertEquals(
                nth <= counted.size() ? 1 : 0,
                hits.stream().flatMap(Optional::stream).count());
        assertEquals(counted.size(), faults.list().get(0).matches());
    }

    @Property
    void theSameCallsAreHitByTheSameFaultsAtEveryRun(
            @ForAll @Size(max = 6) List<@net.jqwik.api.From("faults") Fault> list,
            @ForAll("calls") List<FaultCall> calls) {
        Faults faults = new Faults();
        list.forEach(fault -> addIfTaken(faults, fault));
        Faults others = new Faults();
        list.forEach(fault -> addIfTaken(others, fault));
        List<Optional<Hit>> hits = calls.stream().map(faults::next).toList();
        assertEquals(hits, calls.stream().map(others::next).toList());
        Faults anew = new Faults(
                faults.list().stream().map(each -> prepared(each.fault())).toList());
        assertEquals(hits, calls.stream().map(anew::next).toList());
        assertEquals(
                hits.stream().flatMap(Optional::stream).count(),
                anew.list().stream().mapToLong(FaultInfo::hits).sum());
    }

    @Property
    void whatAFaultChoosesDoesNotDependOnTheFaultsBehindIt(
            @ForAll("selections") CallMatcher first,
            @ForAll("selections") CallMatcher second,
            @ForAll("calls") List<FaultCall> calls) {
        Faults alone = new Faults();
        alone.add(prepared(Fault.status(500).on(second.path("/epics"))));
        Faults both = new Faults();
        both.add(prepared(Fault.status(503).on(first)));
        Fault behind = Fault.status(500).on(second.path("/epics"));
        if (!addIfTaken(both, behind)) {
            return;
        }
        for (FaultCall call : calls) {
            Optional<Hit> wanted = alone.next(call);
            Optional<Hit> found = both.next(call);
            boolean isTaken = found.filter(hit -> hit.faultId() == 1).isPresent();
            assertEquals(
                    isTaken ? Optional.empty() : wanted.map(Hit::number),
                    found.filter(hit -> hit.faultId() == 2).map(Hit::number));
        }
    }

    @Property
    void noReaderTakesMalformedJson(@ForAll("values") JsonNode value) {
        byte[] right = value.toString().getBytes(StandardCharsets.UTF_8);
        byte[] broken = Effects.transform(new MalformedJson(), Response.json(200, right))
                .body();
        assertEquals(right.length, broken.length);
        assertEquals(-1, Arrays.mismatch(right, 0, right.length - 1, broken, 0, right.length - 1));
        assertThrows(JacksonException.class, () -> Json.read(broken));
    }

    @Property
    void aValueOfAnotherTypeHasAnotherType(@ForAll("values") JsonNode value) {
        JsonMapper json = JsonMapper.shared();
        JsonNode other = json.valueToTree(JsonBody.otherType(json.treeToValue(value, Object.class)));
        assertFalse(other.getNodeType() == value.getNodeType(), () -> value + " became " + other);
    }

    private static boolean addIfTaken(Faults faults, Fault fault) {
        try {
            faults.add(prepared(fault));
            return true;
        } catch (FaultException shadowed) {
            return false;
        }
    }

    private static PreparedFault prepared(Fault fault) {
        return PreparedFault.of(fault, SITE);
    }

    private static boolean canAct(Fault fault) {
        try {
            prepared(fault);
            return true;
        } catch (FaultException refused) {
            return false;
        }
    }

    @Provide
    Arbitrary<Fault> faults() {
        return Combinators.combine(matchers(), effects(), Arbitraries.of("", "a", "\u00e4\"\\"))
                .as(Fault::new)
                .filter(FaultPropertiesTest::canAct);
    }

    private static Arbitrary<CallMatcher> matchers() {
        Arbitrary<CallMatcher> personas =
                Arbitraries.of(CallMatcher.ANY, CallMatcher.ANY.persona("program-manager"), CallMatcher.ANY.persona(4));
        return Combinators.combine(
                        personas,
                        Arbitraries.of("/**", "/epics/**", "/epics/*", "/epics", "/*/1", "/*/*/auditlog"),
                        Arbitraries.of(Method.class).set().ofMaxSize(2),
                        new FaultPropertiesTest().selections())
                .as((who, path, methods, selection) -> new CallMatcher(
                        methods,
                        Optional.of(path),
                        Optional.empty(),
                        Map.of(),
                        Map.of(),
                        Optional.empty(),
                        null,
                        Optional.empty(),
                        who.persona(),
                        Optional.empty(),
                        selection.from(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        selection.nth(),
                        selection.times(),
                        selection.probability(),
                        selection.seed()));
    }

    /** All but those that choose nothing. */
    @Provide
    Arbitrary<CallMatcher> selections() {
        Arbitrary<Long> few = Arbitraries.longs().between(1, 12);
        Arbitrary<CallMatcher> numbers = Arbitraries.oneOf(
                Arbitraries.just(CallMatcher.ANY),
                few.map(CallMatcher.ANY::nth),
                few.map(number -> CallMatcher.ANY.from(number)),
                Combinators.combine(few, few)
                        .as((from, times) -> CallMatcher.ANY.from(from).times(times)));
        return Combinators.combine(numbers, Arbitraries.of(1.0, 0.5, 0.1, 0.999, 1e-9), Arbitraries.longs())
                .as((matcher, part, seed) -> part == 1 ? matcher : matcher.probability(part, seed))
                .filter(matcher -> Selection.of(matcher).impossible().isEmpty());
    }

    private static Arbitrary<Effect> effects() {
        Arbitrary<Duration> pauses = Arbitraries.longs().between(1, 10_000).map(Duration::ofMillis);
        return Arbitraries.oneOf(List.of(
                Arbitraries.of(EFFECTS),
                Arbitraries.of(Status.CODES).map(Status::new),
                Arbitraries.integers().between(0, 86_400).flatMap(seconds -> Arbitraries.of(true, false)
                        .map(block -> new TooManyRequests(OptionalInt.of(seconds), block))),
                Arbitraries.longs().between(1, 60_000).map(millis -> new Delay(Duration.ofMillis(millis))),
                Combinators.combine(Arbitraries.integers().between(1, 1_000_000), pauses)
                        .as(Drip::new),
                Arbitraries.doubles()
                        .between(0, true, 1, false)
                        .map(part -> new TruncatedBody(OptionalInt.empty(), OptionalDouble.of(part), false)),
                Arbitraries.integers()
                        .between(0, Integer.MAX_VALUE)
                        .map(b -> new TruncatedBody(OptionalInt.of(b), OptionalDouble.empty(), true)),
                Arbitraries.integers().between(400, 599).map(ProxyPage::new),
                Combinators.combine(
                                Arbitraries.strings()
                                        .ofMinLength(1)
                                        .ofMaxLength(5)
                                        .alpha(),
                                new FaultPropertiesTest().values())
                        .as((name, value) ->
                                new ExtraProperty(name, ControlJson.strict().treeToValue(value, Object.class)))));
    }

    @Provide
    Arbitrary<List<FaultCall>> calls() {
        return Arbitraries.of(CALLS).list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<JsonNode> values() {
        Arbitrary<JsonNode> scalars = Arbitraries.oneOf(List.of(
                Arbitraries.integers().map(NODES::numberNode),
                Arbitraries.longs().greaterOrEqual(1L << 40).map(NODES::numberNode),
                Arbitraries.doubles().map(NODES::numberNode),
                Arbitraries.strings().ofMaxLength(6).map(NODES::stringNode),
                Arbitraries.of(true, false).map(NODES::booleanNode),
                Arbitraries.just(NODES.nullNode())));
        return Arbitraries.recursive(() -> scalars, FaultPropertiesTest::container, 0, 3);
    }

    private static Arbitrary<JsonNode> container(Arbitrary<JsonNode> inner) {
        return inner.list().ofMaxSize(3).flatMap(list -> Arbitraries.of(true, false)
                .map(isArray -> isArray ? array(list) : object(list)));
    }

    private static JsonNode array(List<JsonNode> list) {
        return NODES.arrayNode().addAll(list);
    }

    private static JsonNode object(List<JsonNode> list) {
        ObjectNode object = NODES.objectNode();
        IntStream.range(0, list.size()).forEach(i -> object.setAll(Map.of("k" + i, list.get(i))));
        return object;
    }
}
