#!/usr/bin/env bash
# com.networknt:json-schema-validator 3.0.9: who asks one registry for several schemas of one document, each by its place (SchemaLocation.of("https://example.com/d#/$defs/A")), gets a tree of the
# whole document with each of them, and the registry keeps them all.
# Expected: one document, read once, as its schemas are when they refer to each other.
# Seen: as many trees as places. A test suite that held answers against 70 places of an OpenAPI document of 1.5 MB kept 400 MB of JSON, and its JVM collected garbage half of the time. getSubSchema of the
# document's own schema shares one. Exit 0 while that is so, 1 when it has changed.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>t</groupId><artifactId>t</artifactId><version>1</version>
<dependencies><dependency><groupId>com.networknt</groupId><artifactId>json-schema-validator</artifactId><version>3.0.9</version></dependency></dependencies></project>
XML
mvn -B -q dependency:copy-dependencies -DoutputDirectory="$dir/lib" > /dev/null
cat > Main.java <<'JAVA'
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

public class Main {
    static final String ADDRESS = "https://example.com/d";
    static final List<String> PLACES = List.of("#/$defs/A", "#/$defs/B", "#/$defs/C");

    public static void main(String[] args) {
        String document = "{\"$defs\": {\"A\": {\"type\": \"string\"}, \"B\": {\"type\": \"integer\"}, \"C\": {\"type\": \"boolean\"}}}";
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ADDRESS, document)));
        Schema whole = registry.getSchema(SchemaLocation.of(ADDRESS));
        Set<JsonNode> byPlace = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<JsonNode> ofOne = Collections.newSetFromMap(new IdentityHashMap<>());
        for (String place : PLACES) {
            SchemaLocation at = SchemaLocation.of(ADDRESS + place);
            byPlace.add(registry.getSchema(at).findLexicalRoot().getSchemaNode());
            ofOne.add(whole.getSubSchema(at.getFragment()).findLexicalRoot().getSchemaNode());
        }
        System.out.println(byPlace.size() + " and " + ofOne.size());
    }
}
JAVA
javac -nowarn -cp 'lib/*' Main.java
seen=$(java -cp 'lib/*:.' Main 2>/dev/null)
echo "expected: 1 and 1 documents for three places, asked of the registry and of the document's schema"
echo "seen: $seen"
[ "$seen" = "3 and 1" ] || { echo "this has changed"; exit 1; }
