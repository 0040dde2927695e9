#!/usr/bin/env bash
# Many sandboxes of the demo set, all of them busy, on a server with a heap of 256 MB: lists, filters, writes, resets and reads of the journal, each sandbox in its turn; fails when an answer is
# not the one that this sandbox alone would have given, or when the server ends. Needs mvn -q -DskipTests package test-compile.
#   bench/busy.sh [SANDBOXES (1000)] [CALLS in each (60)] [SETTING...]     settings of the server, such as --journal-bytes 32000000
# From the environment: HEAP of the server (256m).
set -euo pipefail
cd "$(dirname "$0")/.."
sandboxes=${1:-1000} calls=${2:-60}
work=$(mktemp -d)
pid=""
trap 'kill $pid 2>/dev/null || true; rm -rf "$work"' EXIT

class_path=target/test-classes:target/classes:$(mvn -q -B dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=/dev/stdout | tail -n 1)
java -XX:+IgnoreUnrecognizedVMOptions "-Xmx${HEAP:-256m}" -XX:+ExitOnOutOfMemoryError -jar target/jira-align-emulator.jar --port 18085 --rate-limit off "${@:3}" > "$work/log" 2>&1 & pid=$!
for _ in $(seq 300); do grep -q '^listening' "$work/log" && break; sleep 0.2; done
timeout 1800 java -Xmx512m -cp "$class_path" io.alignemulator.bench.Busy http://127.0.0.1:18085 "$pid" "$sandboxes" "$calls" || { tail -n 5 "$work/log"; exit 1; }
kill -0 "$pid" 2> /dev/null || { echo "the server has ended:"; tail -n 5 "$work/log"; exit 1; }
grep -i "exception\|error" "$work/log" && exit 1
echo "the server's log tells of no error"
