#!/usr/bin/env bash
# Mixed load for a long time on a server with a heap of 256 MB and --data: answers, heap after a collection, threads, descriptors and p99, minute by minute; fails when an answer is not the
# expected one or something grows. Needs mvn -q -DskipTests package test-compile.
#   bench/soak.sh [MINUTES (30)] [CALLS a second (200)]
source "$(dirname "$0")/lib.sh"
cd "$bench/.."
minutes=${1:-30} rate=${2:-200}

port=$(free_port)
begin "$work/log" java $one_jvm -Xmx256m -XX:+ExitOnOutOfMemoryError -jar target/jira-align-emulator.jar --port "$port" --rate-limit off --data "$work/data"
until_listening "$work/log" "$pid"
java -Xmx512m -cp "$(class_path)" io.alignemulator.bench.Soak "http://127.0.0.1:$port" "$pid" "$minutes" "$rate"
grep -i "exception\|error" "$work/log" && exit 1
echo "the server's log tells of no error"
