package io.alignemulator.sandbox.faults;

import static io.alignemulator.sandbox.faults.Examples.SITE;
import static io.alignemulator.sandbox.faults.Examples.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.catalogue.Json;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.faults.AnswerEffect.ProxyPage;
import io.alignemulator.sandbox.faults.AnswerEffect.Redirect;
import io.alignemulator.sandbox.faults.AnswerEffect.Status;
import io.alignemulator.sandbox.faults.AnswerEffect.TooManyRequests;
import io.alignemulator.sandbox.faults.AnswerEffect.UnauthorizedFromNowOn;
import io.alignemulator.sandbox.faults.BodyEffect.ExtraProperty;
import io.alignemulator.sandbox.faults.BodyEffect.MalformedJson;
import io.alignemulator.sandbox.faults.BodyEffect.WrongType;
import io.alignemulator.sandbox.faults.ConcurrentChange.ControlCall;
import io.alignemulator.sandbox.faults.WireEffect.CloseAfter;
import io.alignemulator.sandbox.faults.WireEffect.CloseBefore;
import io.alignemulator.sandbox.faults.WireEffect.Delay;
import io.alignemulator.sandbox.faults.WireEffect.Drip;
import io.alignemulator.sandbox.faults.WireEffect.TruncatedBody;
import io.alignemulator.sandbox.faults.WireEffect.TruncatedBody.Keep;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What holds for every fault. */
class FaultPropertiesTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** One of each effect, so that a new one is not forgotten here. */
    private static final List<Effect> EFFECTS = List.of(
            new Status(503),
            new TooManyRequests(Optional.of(30), true),
            new ProxyPage(502),
            new Redirect("http://localhost:8080/elsewhere", 308),
            new UnauthorizedFromNowOn(),
            new ConcurrentChange(List.of(
                    new ControlCall("PUT", "/clock", Json.object().put("advance", "PT61S")),
                    new ControlCall("POST", "/reset", Json.object()))),
            new MalformedJson(),
            new ExtraProperty("rank", Json.array().add(1)),
            new WrongType("title"),
            new Delay(Duration.ofSeconds(2)),
            new Drip(10, Duration.ofMillis(50)),
            new CloseBefore(),
            new CloseAfter(),
            new TruncatedBody(new Keep.Bytes(10)));

    @Test
    void everyEffectIsTriedAndKnownToTheReader() {
        Set<Class<?>> all = new HashSet<>();
        for (Class<?> group : Effect.class.getPermittedSubclasses()) {
            all.addAll(group.isSealed() ? List.of(group.getPermittedSubclasses()) : List.of(group));
        }
        assertEquals(all, Set.copyOf(EFFECTS.stream().map(Object::getClass).toList()));
        assertEquals(
                new TreeSet<>(EffectReader.TYPES),
                new TreeSet<>(EFFECTS.stream().map(Effect::type).toList()));
    }

    @Property
    void aFaultIsReadFromWhatItPrints(@ForAll("faults") Fault fault) {
        byte[] printed = fault.json().toString().getBytes(StandardCharsets.UTF_8);
        assertEquals(fault, Fault.read(Json.readStrictly(printed), SITE));
    }

    @Property
    void whateverIsReadIsAFaultOrRefusedWithReasons(
            @ForAll("faults") Fault fault, @ForAll("spoilers") Spoiler spoiler) {
        ObjectNode json = fault.json();
        spoiler.spoil(json);
        try {
            Fault read = Fault.read(json, SITE);
            assertEquals(read, Fault.read(read.json(), SITE));
        } catch (FaultException refused) {
            assertFalse(refused.mistakes().isEmpty());
            refused.mistakes().forEach(mistake -> assertFalse(mistake.reason().isEmpty()));
        }
    }

    @Property
    void theNthCallIsHitExactlyOnce(
            @ForAll @IntRange(min = 1, max = 60) int nth, @ForAll("calls") List<FaultCall> calls) {
        Faults faults = new Faults();
        faults.add(new Fault(about("/epics/**", Selection.nth(nth)), new Status(500), ""));
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
        Faults anew = new Faults(faults.list().stream().map(Faults.Entry::fault).toList());
        assertEquals(hits, calls.stream().map(anew::next).toList());
        assertEquals(
                hits.stream().flatMap(Optional::stream).count(),
                anew.list().stream().mapToLong(Faults.Entry::hits).sum());
    }

    @Property
    void whatAFaultChoosesDoesNotDependOnTheFaultsBehindIt(
            @ForAll("selections") Selection first,
            @ForAll("selections") Selection second,
            @ForAll("calls") List<FaultCall> calls) {
        Faults alone = new Faults();
        alone.add(new Fault(about("/epics", second), new Status(500), ""));
        Faults both = new Faults();
        both.add(new Fault(about("/**", first), new Status(503), ""));
        Fault behind = new Fault(about("/epics", second), new Status(500), "");
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
        byte[] broken = new MalformedJson().transform(Response.json(200, right)).body();
        assertEquals(right.length, broken.length);
        assertEquals(-1, Arrays.mismatch(right, 0, right.length - 1, broken, 0, right.length - 1));
        assertThrows(JacksonException.class, () -> Json.read(broken));
    }

    @Property
    void aValueOfAnotherTypeHasAnotherType(@ForAll("values") JsonNode value) {
        JsonNode other = JsonBody.otherType(value.deepCopy());
        assertFalse(other.getNodeType() == value.getNodeType(), () -> value + " became " + other);
    }

    private static boolean addIfTaken(Faults faults, Fault fault) {
        try {
            faults.add(fault);
            return true;
        } catch (FaultException shadowed) {
            return false;
        }
    }

    private static FaultMatcher about(String path, Selection selection) {
        return new FaultMatcher(Set.of(), PathPattern.of(path, Examples.ENDPOINTS), Optional.empty(), selection);
    }

    /** A member of a fault that gets another value. */
    record Spoiler(List<String> place, JsonNode value) {
        void spoil(ObjectNode fault) {
            JsonNode holder = fault;
            for (String key : place.subList(0, place.size() - 1)) {
                holder = holder.path(key);
            }
            if (holder instanceof ObjectNode object) {
                object.set(place.get(place.size() - 1), value);
            }
        }
    }

    @Provide
    Arbitrary<Spoiler> spoilers() {
        Arbitrary<List<String>> places = Arbitraries.of(Stream.concat(
                        Stream.of("verb", "path", "persona", "nth", "from", "times", "probability", "seed", "x")
                                .map(key -> List.of("match", key)),
                        Stream.of(
                                        "type",
                                        "code",
                                        "retryAfter",
                                        "block",
                                        "duration",
                                        "pause",
                                        "bytesPerChunk",
                                        "bytes",
                                        "fraction",
                                        "name",
                                        "field",
                                        "value")
                                .map(key -> List.of("effect", key)))
                .toList());
        return Combinators.combine(places, values()).as(Spoiler::new);
    }

    @Provide
    Arbitrary<Fault> faults() {
        return Combinators.combine(matchers(), effects(), Arbitraries.of("", "a", "\u00e4\"\\"))
                .as(Fault::new)
                .filter(fault -> new Reachability(fault.match(), SITE)
                        .mistakes(Optional.of(fault.effect()))
                        .isEmpty());
    }

    private static Arbitrary<FaultMatcher> matchers() {
        Arbitrary<PathPattern> paths = Arbitraries.of("/**", "/epics/**", "/epics/*", "/epics", "/*/1", "/*/*/auditlog")
                .map(path -> PathPattern.of(path, Examples.ENDPOINTS));
        Arbitrary<Optional<Persona>> personas = Arbitraries.of(
                Optional.empty(), Optional.of(new Persona("program-manager", 3)), Optional.of(new Persona("", 4)));
        return Combinators.combine(
                        Arbitraries.of(FaultVerb.class).set().ofMaxSize(2),
                        paths,
                        personas,
                        new FaultPropertiesTest().selections())
                .as(FaultMatcher::new);
    }

    @Provide
    Arbitrary<Selection> selections() {
        Arbitrary<Long> few = Arbitraries.longs().between(1, 12);
        return Combinators.combine(
                        Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(0L)), Tuple.of(1, few)),
                        Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(1L)), Tuple.of(1, few)),
                        Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(Long.MAX_VALUE)), Tuple.of(1, few)),
                        Arbitraries.of(1.0, 0.5, 0.1, 0.999, 1e-9),
                        Arbitraries.longs())
                .as(Selection::new);
    }

    private static Arbitrary<Effect> effects() {
        Arbitrary<Duration> pauses = Arbitraries.longs().between(1, 10_000).map(Duration::ofMillis);
        return Arbitraries.oneOf(List.of(
                Arbitraries.of(EFFECTS),
                Arbitraries.of(Status.CODES).map(Status::new),
                Arbitraries.integers().between(0, 86_400).optional().flatMap(seconds -> Arbitraries.of(true, false)
                        .map(block -> new TooManyRequests(seconds, block))),
                Arbitraries.longs().between(1, 60_000).map(millis -> new Delay(Duration.ofMillis(millis))),
                Combinators.combine(Arbitraries.integers().between(1, 1_000_000), pauses)
                        .as(Drip::new),
                Arbitraries.doubles()
                        .between(0, true, 1, false)
                        .map(part -> new TruncatedBody(new Keep.Fraction(part))),
                Arbitraries.integers().between(0, Integer.MAX_VALUE).map(b -> new TruncatedBody(new Keep.Bytes(b))),
                Arbitraries.integers().between(400, 599).map(ProxyPage::new),
                Combinators.combine(
                                Arbitraries.strings()
                                        .ofMinLength(1)
                                        .ofMaxLength(5)
                                        .alpha(),
                                new FaultPropertiesTest().values())
                        .as(ExtraProperty::new)));
    }

    @Provide
    Arbitrary<List<FaultCall>> calls() {
        return Combinators.combine(
                        Arbitraries.of("GET", "PATCH", "POST"),
                        Arbitraries.of("/epics", "/epics/1", "/epics", "/features/1", "/nothing"),
                        Arbitraries.of(3L, 4L))
                .as((method, path, user) -> call(method, path, user))
                .list()
                .ofMaxSize(60);
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
