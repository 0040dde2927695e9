#!/usr/bin/env bash
# Many sandboxes of the demo set, all of them busy, on a server with a heap of 256 MB: lists, filters, writes, resets and reads of the journal, each sandbox in its turn; fails when an answer is
# not the one that this sandbox alone would have given, or when the server ends. Needs mvn -q -DskipTests package test-compile.
#   bench/busy.sh [SANDBOXES (1000)] [CALLS in each (60)] [SETTING...]     settings of the server, such as --journal-bytes 32000000
# From the environment: HEAP of the server (256m).
source "$(dirname "$0")/lib.sh"
cd "$bench/.."
sandboxes=${1:-1000} calls=${2:-60} port=$(free_port)
begin "$work/log" java $one_jvm "-Xmx${HEAP:-256m}" -XX:+ExitOnOutOfMemoryError -jar target/jira-align-emulator.jar --port "$port" --rate-limit off "${@:3}"
until_listening "$work/log" "$pid"
timeout 1800 java -Xmx512m -cp "$(class_path)" io.alignemulator.bench.Busy "http://127.0.0.1:$port" "$pid" "$sandboxes" "$calls" || { tail -n 5 "$work/log"; exit 1; }
kill -0 "$pid" 2> /dev/null || { echo "the server has ended:"; tail -n 5 "$work/log"; exit 1; }
grep -i "exception\|error" "$work/log" && exit 1
echo "the server's log tells of no error"
