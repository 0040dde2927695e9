import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What options of the JVM do to the first calls: the time from the start of the process until the first, the hundredth, ... call was answered, by one client with one connection that reads records, reads lists
 * and patches. Medians, in turn in one run, every second round the other way round. Twenty thousand calls of one variant take some fifteen seconds.
 *
 * <pre>java bench/FirstCalls.java RUNS CALLS,CALLS,... JAR "OPTIONS" "OPTIONS" ...       JAVA=/path/to/java chooses the JVM</pre>
 */
public final class FirstCalls {

    private static final String API = "/rest/align/api/2/";
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

    private final List<String> command;
    private final int[] marks;
    private final int port;

    private FirstCalls(List<String> command, int[] marks, int port) {
        this.command = command;
        this.marks = marks;
        this.port = port;
    }

    public static void main(String[] args) throws Exception {
        int runs = Integer.parseInt(args[0]);
        int[] marks = Arrays.stream(args[1].split(",")).mapToInt(Integer::parseInt).toArray();
        String java = System.getenv().getOrDefault("JAVA", "java");
        List<String> variants = new ArrayList<>(List.of(args).subList(3, args.length));
        Map<String, List<long[]>> samples = new TreeMap<>();
        for (int run = 0; run < runs; run++) {
            for (int i = 0; i < variants.size(); i++) {
                String variant = variants.get(run % 2 == 0 ? i : variants.size() - 1 - i);
                int port = freePort();
                List<String> command = Stream.of(
                                List.of(java),
                                List.of(variant.split(" ")),
                                List.of("-jar", args[2], "--no-archive", "--rate-limit", "off", "--port", "" + port))
                        .flatMap(List::stream)
                        .toList();
                samples.computeIfAbsent(variant, same -> new ArrayList<>()).add(new FirstCalls(command, marks, port).run());
            }
        }
        for (String variant : variants) {
            System.out.println(variant);
            for (int i = 0; i < marks.length; i++) {
                int mark = i;
                long[] sorted = samples.get(variant).stream().mapToLong(each -> each[mark]).sorted().toArray();
                System.out.printf("  %6d calls after %6d ms (%d to %d)%n", marks[i], sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Milliseconds at each mark. */
    private long[] run() throws Exception {
        long start = System.nanoTime();
        Process server = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (Socket socket = connected(server)) {
            socket.setTcpNoDelay(true);
            InputStream answers = new BufferedInputStream(socket.getInputStream());
            long[] reached = new long[marks.length];
            List<String> ids = List.of();
            for (int call = 1, mark = 0; mark < marks.length; call++) {
                socket.getOutputStream().write(request(call, ids).getBytes(StandardCharsets.UTF_8));
                String body = answer(answers);
                if (call == 1) {
                    ids = ID.matcher(body).results().map((MatchResult each) -> each.group(1)).toList();
                }
                if (call == marks[mark]) {
                    reached[mark++] = (System.nanoTime() - start) / 1_000_000;
                }
            }
            return reached;
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private Socket connected(Process server) throws Exception {
        while (server.isAlive()) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (SocketException e) {
                Thread.sleep(3); // asks again: a port has nothing to wait for
            }
        }
        throw new IOException(command + " ended with " + server.exitValue());
    }

    /** The first one is the ids that the others are of. */
    private static String request(int call, List<String> ids) {
        if (call == 1) {
            return get("stories?$select=id&$filter=state%20eq%200");
        }
        String story = "stories/" + ids.get(call % ids.size());
        return switch (call % 6) {
            case 0, 1 -> get(story);
            case 2 -> get("epics?$top=20&$skip=" + call % 50);
            case 3 -> get("features?$filter=state%20eq%20" + call % 5 + "&$top=10");
            case 4 -> get("stories?$top=10&$orderby=title&$skip=" + call % 40);
            default -> call("PATCH", story, "[{\"op\":\"replace\",\"path\":\"/title\",\"value\":\"title " + call + "\"}]");
        };
    }

    private static String get(String path) {
        return call("GET", path, "");
    }

    private static String call(String method, String path, String body) {
        return method + " " + API + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: bearer user:1|super-admin\r\nContent-Type: application/json-patch+json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    private static String answer(InputStream in) throws IOException {
        String status = line(in);
        if (!status.contains(" 20")) {
            throw new IOException("'" + status + "'");
        }
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase().startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
