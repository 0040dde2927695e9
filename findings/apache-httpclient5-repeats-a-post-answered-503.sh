#!/usr/bin/env bash
# Apache HttpClient 5.6.5, classic, as HttpClients.createDefault() makes it: a POST that was answered 503 is sent a second time by the library.
# Expected: its default retries keep to methods that may be repeated, as the documentation of idempotence and its own check for broken connections suggest; the caller gets the 503.
# Seen: the check of an answer's status does not look at the method: the server gets two POSTs, and what the first one did is done twice. Exit 0 while that is so, 1 when it has changed.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>t</groupId><artifactId>t</artifactId><version>1</version>
<dependencies><dependency><groupId>org.apache.httpcomponents.client5</groupId><artifactId>httpclient5</artifactId><version>5.6.5</version></dependency></dependencies></project>
XML
mvn -B -q dependency:copy-dependencies -DoutputDirectory="$dir/lib" > /dev/null
cat > Main.java <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

public class Main {
    public static void main(String[] args) throws Exception {
        AtomicInteger posts = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            posts.incrementAndGet();
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        try (CloseableHttpClient client = HttpClients.createDefault()) {
            client.execute(
                    ClassicRequestBuilder.post("http://127.0.0.1:" + server.getAddress().getPort() + "/orders")
                            .setEntity(new StringEntity("{}", ContentType.APPLICATION_JSON))
                            .build(),
                    response -> response.getCode());
        }
        server.stop(0);
        System.out.println(posts.get());
    }
}
JAVA
javac -nowarn -cp 'lib/*' Main.java
echo "expected: 1 POST"
seen=$(java -cp 'lib/*:.' Main 2> /dev/null)
echo "seen: $seen POSTs"
[ "$seen" = 2 ] || { echo "this has changed"; exit 1; }
