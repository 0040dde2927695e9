package io.alignemulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program of its own: starts a server as the command line does, makes a call of each kind, and ends; so that a JVM that keeps what it loaded, has loaded what a server needs. The arguments are those of
 * {@code serve}. It fails when a call does.
 */
final class TrialRun {

    private static final String API = "/rest/align/api/2";
    private static final int REFUSED = 400;

    /** @param body none where it is empty */
    private record Call(String method, String path, String body) {}

    private static final List<Call> CALLS = List.of(
            new Call("GET", "/_emulator/health", ""),
            new Call("GET", API + "/users/whoami", ""),
            new Call("GET", API + "/stories/10001", ""),
            new Call("GET", API + "/stories", ""),
            new Call("GET", API + "/stories?$filter=programId%20eq%202&$orderby=title&$select=id,title", ""),
            new Call("GET", API + "/epics?expand=true&$top=5", ""),
            new Call("POST", API + "/regions", "{\"name\":\"On trial\"}"),
            new Call("PATCH", API + "/epics/1001", "[{\"op\":\"replace\",\"path\":\"/title\",\"value\":\"On trial\"}]"),
            new Call("GET", "/_emulator/requests", ""),
            new Call("POST", "/_emulator/reset", ""));

    private TrialRun() {}

    public static void main(String[] args) throws IOException {
        List<String> serve = new ArrayList<>(List.of("serve", "--port", "0", "--host", "127.0.0.1", "--no-archive"));
        serve.addAll(List.of(args));
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(told, true, StandardCharsets.UTF_8),
                System.err,
                Map.of());
        int exitCode = Main.run(serve.toArray(String[]::new), terminal);
        if (exitCode != Subcommand.RUNS) {
            System.exit(exitCode);
        }
        Thread end = new Thread(TrialRun::endWithInput, "end with the input");
        end.setDaemon(true);
        end.start();
        String first = told.toString(StandardCharsets.UTF_8).lines().findFirst().orElse("");
        URI server = URI.create(first.substring(first.indexOf("http")));
        for (Call call : CALLS) {
            String status = status(server, call);
            if (Integer.parseInt(status) >= REFUSED) {
                System.err.println(call + ": " + status);
                System.exit(Subcommand.FAILED);
            }
        }
        System.exit(Subcommand.DONE);
    }

    /** Who started it is gone, and nobody waits for what it leaves. */
    private static void endWithInput() {
        ServeCommand.awaitEnd(System.in);
        Runtime.getRuntime().halt(Subcommand.FAILED);
    }

    /** By hand, since a client of HTTP would be kept with the server. */
    private static String status(URI server, Call call) throws IOException {
        byte[] body = call.body().getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream()
                    .write((call.method() + " " + call.path() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Authorization: bearer user:1|super-admin\r\nContent-Type: application/json\r\nContent-Length: "
                                    + body.length + "\r\n\r\n" + call.body())
                            .getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.split(" ", 3)[1];
        }
    }
}
