package io.alignemulator.http;

import static io.alignemulator.http.OutgoingResponse.normally;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.control.Control;
import io.alignemulator.control.Failures;
import io.alignemulator.control.bind.Call;
import io.alignemulator.http.outgoing.CallsUnderWay;
import io.alignemulator.http.outgoing.OutgoingFigures;
import io.alignemulator.http.outgoing.UnreadAnswers;
import io.alignemulator.http.pages.AboutPage;
import io.alignemulator.http.pages.CallFigures;
import io.alignemulator.http.pages.ConsoleDoor;
import io.alignemulator.http.pages.Docs;
import io.alignemulator.http.pages.Metrics;
import io.alignemulator.resource.address.AddressTable;
import io.alignemulator.resource.address.AddressTable.Found;
import io.alignemulator.resource.address.Addresses;
import io.alignemulator.resource.address.DotSegments;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.resource.call.KeptAnswers;
import io.alignemulator.resource.call.QueryString;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.Clock;
import io.alignemulator.sandbox.Sandboxes;
import io.alignemulator.sandbox.faults.Wire;
import io.alignemulator.settings.AddressRanges;
import io.alignemulator.settings.HostNames;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.SettingException;
import io.alignemulator.settings.Settings;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.EndpointNotFound;
import io.javalin.util.JavalinException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eclipse.jetty.http.UriCompliance;

/** The HTTP server: hands each call to the part that its path belongs to, and writes the answer. Paths match in any case, a doubled slash at the start is one slash. */
public final class ApiServer implements AutoCloseable {

    private static final int VIRTUAL_THREADS_SINCE = 21;
    private static final List<HandlerType> METHODS = List.of(
            HandlerType.GET,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.DELETE,
            HandlerType.HEAD,
            HandlerType.OPTIONS,
            HandlerType.TRACE);

    /** What answers a call of an address. */
    @FunctionalInterface
    private interface Room {

        /** @param below what of the path follows the room's address */
        void enter(Context context, Request request, String below);
    }

    /** Bytes of request line and headers; a filter of the longest length that is read fits in, encoded. */
    private static final int LONGEST_HEAD = 128 * 1024;

    /** What a call is counted as that never had an answer of ours. */
    private static final int DEFECT = 500;

    /** How long a server that stops lets calls go on that are being answered. */
    static final Duration LAST_ANSWERS = Duration.ofSeconds(5);

    private final Settings settings;
    private final CallsUnderWay underWay = new CallsUnderWay();
    private final AddressRanges trustedProxies;
    private final CompletableFuture<AddressTable<Room>> rooms = new CompletableFuture<>();
    private final HealthProbes probes = new HealthProbes();
    private final HostNames hosts;
    private final Failures failures = new Failures();
    private final CallFigures figures = new CallFigures();
    private final OutgoingFigures outgoing = new OutgoingFigures();
    private final KeptAnswers kept = new KeptAnswers();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Waits waits = new Waits();
    private final AnswerWriter answers = new AnswerWriter(waits);
    private final IncomingBodies bodies;
    private final EventStream stream = new EventStream(closing::get);
    private final CompletableFuture<Javalin> listening;

    private ApiServer(Settings settings) {
        this.settings = settings;
        this.bodies = new IncomingBodies(settings);
        this.trustedProxies = settings.get(ServerSettings.TRUSTED_PROXIES);
        this.hosts = new HostNames(settings);
        this.listening = CompletableFuture.supplyAsync(this::listen);
    }

    /**
     * Starts a server and does not wait until it listens: half of a cold start is loading the HTTP library, which goes on while the fixtures are read and the rooms made. Calls wait until
     * {@link #open} gives it a site.
     *
     * @throws SettingException when the JVM has no virtual threads and the settings ask for them
     */
    public static ApiServer start(Settings settings) {
        int java = Runtime.version().feature();
        if (settings.get(ServerSettings.VIRTUAL_THREADS) && java < VIRTUAL_THREADS_SINCE) {
            throw new SettingException(
                    "virtual-threads needs Java " + VIRTUAL_THREADS_SINCE + " or newer; this is Java " + java);
        }
        return new ApiServer(settings);
    }

    private Javalin listen() {
        String host = settings.get(ServerSettings.HOST);
        int port = settings.get(ServerSettings.PORT);
        Javalin javalin = Javalin.create(this::configure);
        try {
            return javalin.start(host, port);
        } catch (JavalinException e) {
            javalin.stop();
            throw new SettingException("Cannot listen on " + host + ", port " + port + ": " + reason(e));
        }
    }

    /**
     * Returns when it listens.
     *
     * @throws SettingException when host and port cannot be listened on
     */
    public void awaitListening() {
        try {
            listening.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Begins to answer for the sites.
     *
     * @param now what records without a createDate are said to be created at
     */
    public void open(Catalogue catalogue, Sandboxes sandboxes, Instant now) {
        Addresses addresses = new Addresses(catalogue, settings.get(ServerSettings.SINGULAR_PATHS));
        Control control = new Control(catalogue, sandboxes, addresses, settings, failures, now);
        Dispatch dispatch = new Dispatch(settings, addresses, kept);
        AccessLog log = new AccessLog(settings, System.out);
        ConsoleDoor console = new ConsoleDoor(control, sandboxes, settings);
        Api api = new Api(sandboxes, addresses.endpoints(), dispatch, control, log, waits, figures);
        Metrics metrics = new Metrics(settings, figures, outgoing, kept, sandboxes, failures);
        rooms.complete(rooms(api, control, console, metrics));
        probes.open(sandboxes);
    }

    /** All that there is at this server. */
    private AddressTable<Room> rooms(Api api, Control control, ConsoleDoor console, Metrics metrics) {
        AddressTable<Room> table = new AddressTable<>();
        table.addTree(Addresses.BASE, (context, request, below) -> api(context, api, request, below));
        table.addTree(Control.BASE, (context, request, below) -> control(context, control, request, below));
        Room looking = (context, request, below) ->
                answers.send(context, request, console.answer(controlCall(request, below), request.prefix()));
        table.add("GET", "/", looking);
        table.addTree(ConsoleDoor.BASE, looking);
        Docs.ADDRESSES.forEach(
                path -> table.add("GET", Docs.BASE + path, page(request -> Docs.answer(path, request.prefix()))));
        table.add(
                "GET",
                Docs.BASE + Docs.DESCRIPTION,
                page(request -> ApiDescription.of(QueryString.parse(request.query()), request.origin())));
        table.add("GET", Metrics.PATH, page(request -> metrics.answer()));
        String version = settings.get(ServerSettings.SITE_VERSION);
        table.add("GET", AboutPage.PATH, page(request -> AboutPage.of(version)));
        return table;
    }

    /** For calls that waited for sites which nobody reads any more. */
    private AddressTable<Room> notStarted() {
        AddressTable<Room> table = new AddressTable<>();
        table.addTree("/", page(request -> Response.text(503, "The emulator has ended before its sites were read.")));
        return table;
    }

    private Room page(Function<Request, Response> page) {
        return (context, request, below) -> answers.send(context, request, page.apply(request));
    }

    /** A name that could be anybody's reaches a server on somebody's own machine only through a page that should not. */
    private void api(Context context, Api api, Request request, String below) {
        long since = Clock.ticks();
        int status = DEFECT;
        try {
            OutgoingResponse answer = answer(api, request, below);
            status = answer.wire() instanceof Wire.Closed ? 0 : answer.reply().status();
            answers.send(context, request, answer);
        } finally {
            figures.count(request.method(), status, since);
        }
    }

    private OutgoingResponse answer(Api api, Request request, String below) {
        boolean foreign = hosts.areOnlyOurs() && !request.isForwarded() && !hosts.areOurs(request.header("Host"));
        return foreign
                ? normally(Response.text(
                        403, "This server does not answer under this host name; the setting control-hosts adds names."))
                : api.answer(request, below);
    }

    private void control(Context context, Control control, Request request, String below) {
        Control.Outcome outcome = control.answer(controlCall(request, below));
        if (outcome instanceof Control.Outcome.Events events) {
            answers.hold(context, () -> stream.send(context, events.journal()));
        } else if (outcome instanceof Control.Outcome.Waiting waiting) {
            answers.hold(context, () -> answers.write(context, waiting.answer().get()));
        } else if (outcome instanceof Control.Outcome.Answered answered) {
            answers.send(context, request, answered.response());
        }
    }

    /** What the operating system said, e.g. "Address already in use". */
    private static String reason(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root instanceof UnresolvedAddressException
                ? "no such host"
                : Objects.requireNonNullElse(root.getMessage(), root.getClass().getSimpleName());
    }

    /** The port it listens on. */
    public int port() {
        return listening.join().port();
    }

    @Override
    public void close() {
        closing.set(true);
        rooms.complete(notStarted());
        waits.close();
        underWay.awaitNone(LAST_ANSWERS);
        try {
            listening.join().stop();
        } catch (CompletionException e) {
            // It never listened, which whoever waited for it was told.
        }
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = settings.get(ServerSettings.VIRTUAL_THREADS);
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setUriCompliance(UriCompliance.UNSAFE);
            http.setRequestHeaderSize(LONGEST_HEAD);
            http.setSendServerVersion(false);
            // Jetty otherwise takes a header for one it saw before in another case, and tokens differ by case.
            http.setHeaderCacheCaseSensitive(true);
        });
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new WithoutPage());
            server.setHandler(new ShortBodies(bodies, new UnreadAnswers(underWay, outgoing)));
        });
        config.jetty.modifyServletContextHandler(servlets -> {
            servlets.getServletHandler().setDecodeAmbiguousURIs(true);
            servlets.setSessionHandler(new NoSessions());
        });
        config.routes.exception(Exception.class, (e, context) -> failed(context, e));
        // A method that HTTP does not name has no route; what it is told depends on the address like with any other.
        config.routes.exception(EndpointNotFound.class, (e, context) -> handle(context));
        METHODS.forEach(method -> config.routes.addHttpHandler(method, "*", this::handle));
    }

    private void handle(Context context) {
        underWay.begin();
        try {
            answer(context);
        } finally {
            underWay.end();
        }
    }

    private void answer(Context context) {
        Request request = new Request(context, trustedProxies, bodies, settings.get(ServerSettings.BASE_PATH));
        Optional<Response> probe = probes.answer(request);
        if (probe.isPresent()) {
            answers.send(context, request, probe.get());
            return;
        }
        if (!request.isBelowBase()) {
            answers.send(context, request, ErrorResponse.noRoute().reply());
            return;
        }
        String sent = DotSegments.removed(request.path());
        String path = sent.startsWith("//") ? sent.replaceFirst("^/+", "/") : sent;
        try {
            for (Found<Room> found : rooms.join().find(path)) {
                Optional<Room> room = found.at(request.method());
                if (room.isPresent()) {
                    room.get().enter(context, request, found.below());
                    return;
                }
            }
            throw ErrorResponse.noRoute();
        } catch (ErrorResponse refusal) {
            answers.send(context, request, refusal.reply());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            failed(context, e);
        }
    }

    /** Throws nothing: what it threw Javalin would hand it again, without an end. */
    private void failed(Context context, Throwable failure) {
        try {
            failures.note(context.req().getMethod() + " " + context.path(), failure);
            if (!context.res().isCommitted()) {
                context.res().reset();
                context.status(DEFECT);
            }
        } catch (RuntimeException over) {
            // The call ended before, with its server: the library has taken back what it was made of.
            System.getLogger(ApiServer.class.getName()).log(System.Logger.Level.DEBUG, "a call that is over", failure);
        }
    }

    private Call controlCall(Request request, String path) {
        return new Call(
                request.method(),
                path,
                QueryString.parse(request.query()),
                Map.of(),
                request::header,
                request.origin(),
                request.body().isThere(),
                () -> request.body().read(settings.get(ServerSettings.MAX_BODY)).orElseThrow(ErrorResponse::tooLarge));
    }
}
