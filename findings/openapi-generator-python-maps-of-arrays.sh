#!/usr/bin/env bash
# openapi-generator 7.25.0, python: a client whose model has an array of maps of arrays of models cannot read a valid answer.
# Expected: {"rows": [{"a": [{"value": "x"}]}]} is read, as the document describes it.
# Seen: AttributeError: type object 'list' has no attribute 'from_dict'. Exit 0 while that is so, 1 when it has changed.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
mvn -B -q dependency:copy -Dartifact=org.openapitools:openapi-generator-cli:7.25.0 -DoutputDirectory="$dir" > /dev/null
cat > api.json <<'JSON'
{"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {"/rows": {"get": {"operationId": "rows", "responses": {"200": {"description": "ok",
  "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Rows"}}}}}}}},
 "components": {"schemas": {
  "Rows": {"type": "object", "properties": {"rows": {"type": "array", "items": {"$ref": "#/components/schemas/Row"}}}},
  "Row": {"type": "object", "additionalProperties": {"type": "array", "items": {"$ref": "#/components/schemas/Value"}}},
  "Value": {"type": "object", "properties": {"value": {"type": "string"}}}}}}
JSON
java -jar openapi-generator-cli-7.25.0.jar generate -i api.json -g python -o client > generator.log 2>&1
echo "expected: Rows(rows=[{'a': [Value(value='x')]}])"
seen=$(PYTHONPATH=client python3 -c 'from openapi_client.models import Rows; print(repr(Rows.from_dict({"rows": [{"a": [{"value": "x"}]}]})))' 2>&1 | tail -1)
echo "seen: $seen"
case $seen in *"has no attribute 'from_dict'"*) ;; *) echo "this has changed"; exit 1 ;; esac
