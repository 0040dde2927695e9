package io.alignemulator.bench;

import io.alignemulator.JiraAlignEmulator;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** The first start in a JVM, to the first answer: the emulator with the demo set, or a bare Javalin that says hello. Half of {@code bench/extension.sh}. */
final class FirstAnswer {

    private FirstAnswer() {}

    /** Argument: {@code emulator} or {@code javalin}. Prints milliseconds. */
    public static void main(String[] args) throws IOException {
        long begin = System.nanoTime();
        int status = args[0].equals("emulator") ? emulator() : javalin();
        long end = System.nanoTime();
        if (status != 200) {
            throw new IllegalStateException("answered " + status);
        }
        System.out.println((end - begin) / 1_000_000);
        System.exit(0);
    }

    private static int emulator() throws IOException {
        JiraAlignEmulator align = JiraAlignEmulator.start();
        return status(URI.create(align.uri() + "/rest/align/api/2/Stories/10001"), "bearer user:1|super-admin");
    }

    private static int javalin() throws IOException {
        Javalin javalin = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get("/hello", context -> context.result("hello"));
                })
                .start("127.0.0.1", 0);
        return status(URI.create("http://127.0.0.1:" + javalin.port() + "/hello"), "");
    }

    private static int status(URI uri, String authorization) throws IOException {
        HttpURLConnection call = (HttpURLConnection) uri.toURL().openConnection();
        if (!authorization.isEmpty()) {
            call.setRequestProperty("Authorization", authorization);
        }
        return call.getResponseCode();
    }
}
