#!/usr/bin/env bash
# openapi-generator 7.25.0, java: a property whose schema names all JSON types loses objects and arrays.
# Expected: the generated class of {"type": ["string", "number", "boolean", "object", "array", "null"]} takes a list, as OpenAPI 3.1 says.
# Seen: it takes BigDecimal, Boolean and String only, so a JSON Patch with a list as its value cannot be written. Exit 0 while that is so, 1 when it has changed.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
mvn -B -q dependency:copy -Dartifact=org.openapitools:openapi-generator-cli:7.25.0 -DoutputDirectory="$dir" > /dev/null
cat > api.json <<'JSON'
{"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {"/op": {"post": {"operationId": "op", "requestBody": {"content": {"application/json": {
  "schema": {"$ref": "#/components/schemas/Operation"}}}}, "responses": {"204": {"description": "ok"}}}}},
 "components": {"schemas": {"Operation": {"type": "object", "properties": {
  "value": {"type": ["string", "number", "boolean", "object", "array", "null"], "items": {}}}}}}}
JSON
java -jar openapi-generator-cli-7.25.0.jar generate -i api.json -g java --library native -o client > generator.log 2>&1
echo "expected: a constructor for each of the types, a list among them"
seen=$(grep -rhoE 'public OperationValue\([A-Za-z<>]+ ' client/src/main/java | sed 's/.*(//' | tr -d '\n')
echo "seen: $seen"
[ "$seen" = "BigDecimal Boolean String " ] || { echo "this has changed"; exit 1; }
