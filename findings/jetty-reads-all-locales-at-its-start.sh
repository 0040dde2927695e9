#!/usr/bin/env bash
# Jetty 12.1.12 (under Javalin 7, Spring Boot and others): the first server in a JVM asks the JDK for all locales it has, to know later whether a file name's ending is one.
# Expected: a server that answers bytes needs no locale data; a start costs what Jetty's own classes cost.
# Seen: the static initialiser of MimeTypes calls Locale.getAvailableLocales(), which loads the providers of all locale-sensitive services; with the JDK's thousand locales that is most of the initialiser's
# work. A process of its own that needs no languages can say -Djava.locale.providers=SPI, which leaves the JDK's root locale and those it knows by name. Exit 0 while that halves the initialiser's
# allocations and the names are still read, 1 when it has changed.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>t</groupId><artifactId>t</artifactId><version>1</version>
<dependencies><dependency><groupId>org.eclipse.jetty</groupId><artifactId>jetty-http</artifactId><version>12.1.12</version></dependency></dependencies></project>
XML
mvn -B -q dependency:copy-dependencies -DoutputDirectory="$dir/lib" > /dev/null
cat > Main.java <<'JAVA'
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.eclipse.jetty.http.MimeTypes;

public class Main {
    public static void main(String[] args) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        boolean known = MimeTypes.isKnownLocale(Locale.FRENCH);
        System.out.println((threads.getCurrentThreadAllocatedBytes() - before) / 1000 + " " + Locale.getAvailableLocales().length + " " + known);
    }
}
JAVA
javac -cp 'lib/*' Main.java
all=$(java -cp 'lib/*:.' Main 2> /dev/null) few=$(java -Djava.locale.providers=SPI -cp 'lib/*:.' Main 2> /dev/null)
echo "kB allocated by the initialiser, locales, whether French is known: $all by default, $few with the root locale only ($(java -version 2>&1 | head -1))"
set -- $all $few
[ "$2" -gt 500 ] && [ "$1" -gt $((2 * $4)) ]
