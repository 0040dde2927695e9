package io.alignemulator.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Calls over a plain socket, byte for byte: URLs and headers that well-mannered clients refuse to send. */
final class Wire {

    private static final int PATIENCE_MILLIS = 20_000;

    private final URI uri;
    private final String token;

    Wire(URI uri, String token) {
        this.uri = uri;
        this.token = token;
    }

    /**
     * @param target the whole target of the request line, e.g. {@code //rest/align/api/2/Epics?a=b}
     * @param headers may replace Host and Authorization
     */
    Answer send(String method, String target, Map<String, String> headers, byte[] body) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.put("Host", uri.getAuthority());
        all.put("Authorization", "Bearer " + token);
        all.put("Connection", "close");
        if (body.length > 0) {
            all.put("Content-Length", Integer.toString(body.length));
        }
        all.putAll(headers);
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        all.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        Answer answer = exchange(request.toByteArray());
        Documented.check(uri.getAuthority(), method, target, answer);
        return answer;
    }

    Answer get(String target) {
        return send("GET", target, Map.of(), new byte[0]);
    }

    Answer send(String method, String target, String contentType, String body) {
        return send(method, target, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    private Answer exchange(byte[] request) {
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return parsed(socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer parsed(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("no answer: '" + text + "'");
        }
        String[] lines = text.substring(0, end).split("\r\n");
        Map<String, String> headers = new TreeMap<>();
        Arrays.stream(lines).skip(1).forEach(line -> {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (a, b) -> a + ", " + b);
        });
        byte[] body = Arrays.copyOfRange(bytes, end + 4, bytes.length);
        boolean chunked = headers.getOrDefault("transfer-encoding", "").equals("chunked");
        return Answer.of(Integer.parseInt(lines[0].split(" ")[1]), headers, chunked ? unchunked(body) : body);
    }

    private static byte[] unchunked(byte[] body) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (InputStream in = new java.io.ByteArrayInputStream(body)) {
            for (int size = size(in); size > 0; size = size(in)) {
                whole.write(in.readNBytes(size));
                in.readNBytes(2);
            }
        }
        return whole.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next != '\n' && next >= 0) {
            line.append((char) next);
            next = in.read();
        }
        return line.isEmpty() ? 0 : Integer.parseInt(line.toString().strip(), 16);
    }
}
