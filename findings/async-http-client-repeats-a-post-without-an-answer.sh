#!/usr/bin/env bash
# AsyncHttpClient 3.0.14 as Dsl.asyncHttpClient() makes it: a POST whose connection ends in place of an answer is sent five times more.
# Expected: a method that may not be repeated is not repeated by a library at its defaults, for nobody knows whether the server has done it; the caller gets the exception.
# Seen: the server reads six POSTs with their bodies, and the caller learns of one failure. Exit 0 while that is so, 1 when it has changed.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>t</groupId><artifactId>t</artifactId><version>1</version>
<dependencies><dependency><groupId>org.asynchttpclient</groupId><artifactId>async-http-client</artifactId><version>3.0.14</version></dependency></dependencies></project>
XML
mvn -B -q dependency:copy-dependencies -DoutputDirectory="$dir/lib" > /dev/null
cat > Main.java <<'JAVA'
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.Dsl;

public class Main {
    public static void main(String[] args) throws Exception {
        AtomicInteger posts = new AtomicInteger();
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread accepting = new Thread(() -> {
            while (true) {
                try (Socket socket = server.accept()) {
                    BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
                    String first = in.readLine();
                    for (String line = first; line != null && !line.isEmpty(); line = in.readLine()) {}
                    if (first != null && first.startsWith("POST") && in.read() == '{' && in.read() == '}') {
                        posts.incrementAndGet();
                    }
                } catch (Exception e) {
                    return;
                }
            }
        });
        accepting.setDaemon(true);
        accepting.start();
        try (AsyncHttpClient client = Dsl.asyncHttpClient()) {
            client.preparePost("http://127.0.0.1:" + server.getLocalPort() + "/orders").setBody("{}").execute().get();
        } catch (Exception e) {
            // the caller learns of one failure
        }
        System.out.println(posts.get());
        System.exit(0);
    }
}
JAVA
javac -nowarn -cp 'lib/*' Main.java
echo "expected: 1 POST"
seen=$(java -cp 'lib/*:.' Main 2> /dev/null)
echo "seen: $seen POSTs"
[ "$seen" = 6 ] || { echo "this has changed"; exit 1; }
