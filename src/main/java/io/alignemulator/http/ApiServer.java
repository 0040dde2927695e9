package io.alignemulator.http;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.control.Control;
import io.alignemulator.resource.Refusal;
import io.alignemulator.resource.Reply;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.settings.SettingException;
import io.alignemulator.settings.Settings;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.eclipse.jetty.http.UriCompliance;

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

    private final Settings settings;
    private final Set<String> trustedProxies;
    private final Api api;
    private final Control control;
    private final Javalin javalin;

    private ApiServer(Catalogue catalogue, Settings settings, Sandbox sandbox) {
        this.settings = settings;
        this.trustedProxies = settings.get(Settings.TRUSTED_PROXIES);
        this.api = new Api(catalogue, settings, sandbox);
        this.control = new Control(sandbox);
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Starts a server and returns when it answers.
     *
     * @throws SettingException when host and port cannot be listened on
     */
    public static ApiServer start(Catalogue catalogue, Settings settings, Sandbox sandbox) {
        ApiServer server = new ApiServer(catalogue, settings, sandbox);
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
        javalin.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setUriCompliance(UriCompliance.UNSAFE);
            http.setSendServerVersion(false);
        });
        config.jetty.modifyServletContextHandler(
                servlets -> servlets.getServletHandler().setDecodeAmbiguousURIs(true));
        config.routes.exception(Exception.class, (e, context) -> {
            System.getLogger(ApiServer.class.getName())
                    .log(System.Logger.Level.ERROR, "a defect of the emulator: " + context.fullUrl(), e);
            context.status(500);
        });
        METHODS.forEach(method -> config.routes.addHttpHandler(method, "*", this::handle));
    }

    private void handle(Context context) {
        Reply reply = reply(new Request(context, trustedProxies));
        context.status(reply.status());
        reply.headers().forEach(context::header);
        if (reply.contentType().isEmpty()) {
            context.res().setContentType(null);
        } else {
            context.res().setHeader("Content-Type", reply.contentType());
            context.result(reply.body());
        }
    }

    private Reply reply(Request request) {
        String path = request.path().startsWith("//") ? request.path().replaceFirst("^/+", "/") : request.path();
        if (startsWith(path, Api.BASE)) {
            return api.answer(request, path.substring(Api.BASE.length()));
        }
        try {
            return elsewhere(request, path);
        } catch (Refusal refusal) {
            return refusal.reply();
        }
    }

    private Reply elsewhere(Request request, String path) {
        if (startsWith(path, Control.BASE)) {
            return control.answer(request.method(), path.substring(Control.BASE.length()));
        }
        if (!request.method().equals("GET")) {
            throw Refusal.noRoute();
        }
        if (startsWith(path, Docs.BASE)) {
            return Docs.answer(path.substring(Docs.BASE.length()));
        }
        if (path.toLowerCase(Locale.ROOT).equals(AboutPage.PATH)) {
            return AboutPage.of(settings.get(Settings.SITE_VERSION));
        }
        throw Refusal.noRoute();
    }

    private static boolean startsWith(String path, String base) {
        return path.regionMatches(true, 0, base, 0, base.length())
                && (path.length() == base.length() || path.charAt(base.length()) == '/');
    }
}
