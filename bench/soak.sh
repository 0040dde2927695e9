#!/usr/bin/env bash
# Mixed load for a long time on a server with a heap of 256 MB and --data: answers, heap after a collection, threads, descriptors and p99, minute by minute; fails when an answer is not the
# expected one or something grows. Needs mvn -q -DskipTests package test-compile.
#   bench/soak.sh [MINUTES (30)] [CALLS a second (200)]
set -euo pipefail
cd "$(dirname "$0")/.."
minutes=${1:-30} rate=${2:-200}
work=$(mktemp -d)
pid=""
trap 'kill $pid 2>/dev/null || true; rm -rf "$work"' EXIT

class_path=target/test-classes:target/classes:$(mvn -q -B dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=/dev/stdout | tail -n 1)
java -Xmx256m -XX:+ExitOnOutOfMemoryError -jar target/jira-align-emulator.jar --port 18084 --rate-limit off --data "$work/data" > "$work/log" 2>&1 & pid=$!
for _ in $(seq 300); do grep -q '^listening' "$work/log" && break; sleep 0.2; done
java -Xmx512m -cp "$class_path" io.alignemulator.bench.Soak http://127.0.0.1:18084 "$pid" "$minutes" "$rate"
grep -i "exception\|error" "$work/log" && exit 1
echo "the server's log tells of no error"
