package io.alignemulator.http;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.control.Call;
import io.alignemulator.control.Control;
import io.alignemulator.resource.address.Addresses;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.resource.call.QueryString;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.Sandboxes;
import io.alignemulator.sandbox.faults.Wire;
import io.alignemulator.sandbox.journal.Journal;
import io.alignemulator.settings.SettingException;
import io.alignemulator.settings.Settings;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.EndpointNotFound;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.ee10.servlet.ServletContextResponse;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.util.Callback;

/** The HTTP server: hands each call to the part that its path belongs to, and writes the answer. Paths match in any case, a doubled slash at the start is one slash. */
public final class ApiServer implements AutoCloseable {

    private static final List<HandlerType> METHODS = List.of(
            HandlerType.GET,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.DELETE,
            HandlerType.HEAD,
            HandlerType.OPTIONS,
            HandlerType.TRACE);

    /** What answers once the site is there. */
    private record Site(Api api, Control control) {}

    /** Bytes of request line and headers; a filter of the longest length that is read fits in, encoded. */
    private static final int LONGEST_HEAD = 128 * 1024;

    private final Settings settings;
    private final Set<String> trustedProxies;
    private final CompletableFuture<Site> site = new CompletableFuture<>();
    private final Javalin javalin;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final EventStream events = new EventStream(closing::get);

    private ApiServer(Settings settings) {
        this.settings = settings;
        this.trustedProxies = settings.get(Settings.TRUSTED_PROXIES);
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Starts a server that listens and lets calls wait until {@link #open} gives it a site: half of a cold start is loading the HTTP library, which can go on while the
     * fixtures are read.
     *
     * @throws SettingException when host and port cannot be listened on
     */
    public static ApiServer start(Settings settings) {
        ApiServer server = new ApiServer(settings);
        String host = settings.get(Settings.HOST);
        int port = settings.get(Settings.PORT);
        try {
            server.javalin.start(host, port);
        } catch (JavalinException e) {
            server.close();
            throw new SettingException("Cannot listen on " + host + ", port " + port + ": " + reason(e));
        }
        return server;
    }

    /**
     * Begins to answer for the sites.
     *
     * @param now what records without a createDate are said to be created at
     */
    public void open(Catalogue catalogue, Sandboxes sandboxes, Instant now) {
        Addresses addresses = new Addresses(catalogue, settings.get(Settings.SINGULAR_PATHS));
        Control control = new Control(catalogue, sandboxes, addresses, settings, now);
        Dispatch dispatch = new Dispatch(catalogue, settings, addresses);
        site.complete(new Site(new Api(sandboxes, addresses.endpoints(), dispatch, control), control));
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
        return javalin.port();
    }

    @Override
    public void close() {
        closing.set(true);
        site.completeExceptionally(new IllegalStateException("closed"));
        javalin.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setUriCompliance(UriCompliance.UNSAFE);
            http.setRequestHeaderSize(LONGEST_HEAD);
            http.setSendServerVersion(false);
            // Jetty otherwise takes a header for one it saw before in another case, and tokens differ by case.
            http.setHeaderCacheCaseSensitive(true);
        });
        config.jetty.modifyServer(server -> server.setErrorHandler(ApiServer::withoutPage));
        config.jetty.modifyServletContextHandler(
                servlets -> servlets.getServletHandler().setDecodeAmbiguousURIs(true));
        config.routes.exception(Exception.class, (e, context) -> {
            System.getLogger(ApiServer.class.getName())
                    .log(
                            System.Logger.Level.ERROR,
                            "a defect of the emulator: " + context.req().getMethod() + " " + context.path(),
                            e);
            context.status(500);
        });
        // A method that HTTP does not name has no route; what it is told depends on the address like with any other.
        config.routes.exception(EndpointNotFound.class, (e, context) -> handle(context));
        METHODS.forEach(method -> config.routes.addHttpHandler(method, "*", this::handle));
    }

    /** What is no HTTP request never reaches a route; the answer is its status, without the library's page. */
    private static boolean withoutPage(
            org.eclipse.jetty.server.Request request, org.eclipse.jetty.server.Response response, Callback callback) {
        callback.succeeded();
        return true;
    }

    private void handle(Context context) {
        Request request = new Request(context, trustedProxies);
        Optional<Journal> stream = streamed(request);
        if (stream.isPresent()) {
            events.send(context, stream.get());
            return;
        }
        OutgoingResponse answered = answer(request);
        if (answered.wire() instanceof Wire.Normal) {
            head(context, answered.reply());
            write(context, answered.reply().body());
        } else {
            FaultyWire.send(context, answered, () -> head(context, answered.reply()));
        }
    }

    private static void head(Context context, Response reply) {
        context.status(reply.status());
        reply.headers().forEach(context::header);
        if (reply.contentType().isEmpty()) {
            context.res().setContentType(null);
        } else {
            contentType(context, reply.contentType());
        }
    }

    /** At once: Javalin would copy it through a stream, which is a large part of what a list costs. */
    private static void write(Context context, byte[] body) {
        if (body.length == 0) {
            return;
        }
        try {
            context.res().setContentLength(body.length);
            context.res().getOutputStream().write(body);
        } catch (IOException e) {
            // The client has gone; nobody is left to be told.
            System.getLogger(ApiServer.class.getName()).log(System.Logger.Level.DEBUG, "an answer nobody took", e);
        }
    }

    /** Written below the servlet's view of the answer, which would take out the blank that the real server prints before the charset. */
    private static void contentType(Context context, String type) {
        context.res().setContentType(type);
        ServletContextResponse.getServletContextResponse(context.res())
                .getWrapped()
                .getHeaders()
                .put("Content-Type", type);
    }

    private OutgoingResponse answer(Request request) {
        String path = request.path().startsWith("//") ? request.path().replaceFirst("^/+", "/") : request.path();
        if (startsWith(path, Api.BASE)) {
            return site.join().api().answer(request, path.substring(Api.BASE.length()));
        }
        try {
            return OutgoingResponse.normally(elsewhere(request, path));
        } catch (ErrorResponse refusal) {
            return OutgoingResponse.normally(refusal.reply());
        }
    }

    private Response elsewhere(Request request, String path) {
        if (startsWith(path, Control.BASE)) {
            return site.join().control().answer(controlCall(request, path.substring(Control.BASE.length())));
        }
        if (!request.method().equals("GET")) {
            throw ErrorResponse.noRoute();
        }
        if (startsWith(path, Docs.BASE)) {
            return Docs.answer(path.substring(Docs.BASE.length()));
        }
        if (path.toLowerCase(Locale.ROOT).equals(AboutPage.PATH)) {
            site.join();
            return AboutPage.of(settings.get(Settings.SITE_VERSION));
        }
        throw ErrorResponse.noRoute();
    }

    /** The journal that the call wants to follow; empty for every other call, also for one that is refused. */
    private Optional<Journal> streamed(Request request) {
        String path = request.path();
        return request.method().equals("GET") && startsWith(path, Control.BASE) && Control.isStream(path)
                ? site.join().control().streamed(controlCall(request, path.substring(Control.BASE.length())))
                : Optional.empty();
    }

    private Call controlCall(Request request, String path) {
        byte[] body = request.body(settings.get(Settings.MAX_BODY)).orElseThrow(ErrorResponse::tooLarge);
        return new Call(
                request.method(),
                path,
                QueryString.parse(request.query()),
                Map.of(),
                request::header,
                request.origin(),
                body);
    }

    private static boolean startsWith(String path, String base) {
        return path.regionMatches(true, 0, base, 0, base.length())
                && (path.length() == base.length() || path.charAt(base.length()) == '/');
    }
}
