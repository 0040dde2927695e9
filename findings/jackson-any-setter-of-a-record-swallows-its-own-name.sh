#!/usr/bin/env bash
# jackson-databind 3.3.0, a record whose component takes all other keys (@JsonAnySetter Map<String, Object> settings): an object under the key "settings" vanishes.
# Expected: like any other key that the record does not name it is in the map, or it is refused, since FAIL_ON_UNKNOWN_PROPERTIES is on.
# Seen: neither; the map is empty and nothing is told, so what a client sent is lost. Exit 0 while that is so, 1 when it has changed.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>t</groupId><artifactId>t</artifactId><version>1</version>
<dependencies><dependency><groupId>tools.jackson.core</groupId><artifactId>jackson-databind</artifactId><version>3.3.0</version></dependency></dependencies></project>
XML
mvn -B -q dependency:copy-dependencies -DoutputDirectory="$dir/lib" > /dev/null
cat > Main.java <<'JAVA'
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

public class Main {
    public record Change(@JsonAnySetter Map<String, Object> settings) {}

    public static void main(String[] args) {
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        System.out.println(mapper.readValue("{\"page\": {\"size\": 5}}", Change.class).settings());
        System.out.println(mapper.readValue("{\"settings\": {\"size\": 5}}", Change.class).settings());
    }
}
JAVA
javac -nowarn -cp 'lib/*' Main.java
seen=$(java -cp 'lib/*:.' Main 2>&1)
echo "expected: {page={size=5}} and {settings={size=5}}, or a refusal"
echo "seen: $seen"
[ "$seen" = "{page={size=5}}
{}" ] || [ "$seen" = "{page={size=5}}
null" ] || { echo "this has changed"; exit 1; }
