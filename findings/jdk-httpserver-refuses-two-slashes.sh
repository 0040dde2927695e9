#!/usr/bin/env bash
# OpenJDK 17.0.21.1 and 17.0.19, as Debian 12 packages them: com.sun.net.httpserver, which many test doubles are made with, and a path that begins with two slashes.
# Expected: an update of a JDK leaves a handler of "/" the calls that it had; a doubled slash, which clients make of a base address with a slash at its end, comes to it as //rest/a.
# Seen: 17.0.19 gives the handler GET //rest/a?b=1; 17.0.21.1 answers 400 "Bad request URI" itself, and no handler, filter or log of the double hears of it (21.0.13.1 does so too). In the middle of a path
# two slashes are as before. So a double that was to show what a server does with a doubled slash shows a refusal that no real server made, after nothing but an update. Jetty takes it.
# Needs Debian 12 or newer, or another Linux of its age on x86-64, with dpkg-deb, curl and javac. Exit 0 while both do so, 1 when it has changed, 3 when a package is no longer served.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
fetch() { # NAME ADDRESS SHA256
  curl -fsS -o "$1.deb" "$2" || exit 3
  echo "$3  $1.deb" | sha256sum -c --quiet
  dpkg-deb -x "$1.deb" "$1"
  rm -rf "$1"/usr/lib/jvm/*/conf
  cp -r "$1"/etc/java-17-openjdk "$1/usr/lib/jvm/java-17-openjdk-amd64/conf"
}
debian=http://deb.debian.org
fetch before "$debian/debian/pool/main/o/openjdk-17/openjdk-17-jre-headless_17.0.19+10-1~deb12u2_amd64.deb" 587784e0d7efa5256b2224c2f177850a2408485b19ab7e5cb206ceba6a6e9bd4
fetch after "$debian/debian-security/pool/updates/main/o/openjdk-17/openjdk-17-jre-headless_17.0.21.1+2-1~deb12u1_amd64.deb" 6bbc6940ce68e1faaefd6bb3495cfe018a96bde54e069697131b9b459b822293
cat > Main.java <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

public class Main {
    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            System.out.print(" handler:" + exchange.getRequestURI());
            exchange.sendResponseHeaders(204, -1);
        });
        server.start();
        for (String target : new String[] {"//rest/a?b=1", "/rest//a"}) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
                socket.getOutputStream().write(("GET " + target + " HTTP/1.1\r\nHost: double\r\nConnection: close\r\n\r\n").getBytes());
                System.out.print(" " + new String(socket.getInputStream().readAllBytes()).split(" ")[1]);
            }
        }
        server.stop(0);
    }
}
JAVA
javac --release 17 Main.java
before=$(before/usr/lib/jvm/java-17-openjdk-amd64/bin/java -cp . Main) after=$(after/usr/lib/jvm/java-17-openjdk-amd64/bin/java -cp . Main)
echo "17.0.19:$before"
echo "17.0.21.1:$after"
[ "$before" = " handler://rest/a?b=1 204 handler:/rest//a 204" ] && [ "$after" = " 400 handler:/rest//a 204" ]
