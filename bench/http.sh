#!/usr/bin/env bash
# Requests per second of the emulator against bare Javalin handlers that return the same bytes, in one run: GET by id, a list of 100, and a filter on an
# indexed field, from a site of N records, two in five of them stories. Needs wrk and a built project (mvn -q -DskipTests package test-compile).
#   bench/http.sh [RECORDS (25000)] [SECONDS a run (4)] [RUNS (5)]
set -euo pipefail
cd "$(dirname "$0")/.."
records=${1:-25000} seconds=${2:-4} runs=${3:-5}
token='user:1|super-admin'
work=$(mktemp -d)
emulator_pid="" bare_pid=""
trap 'kill $emulator_pid $bare_pid 2>/dev/null || true; rm -rf "$work"' EXIT

jar=target/jira-align-emulator.jar
mvn -q -B dependency:build-classpath -Dmdep.outputFile="$work/cp" > /dev/null
cp=target/test-classes:target/classes:$(cat "$work/cp")
java -cp "$cp" io.alignemulator.bench.LargeSite "$work/site" "$records"
java -jar $jar --port 18080 --rate-limit off --fixtures "$work/site" > "$work/emulator.log" & emulator_pid=$!
for _ in $(seq 300); do grep -q '^listening' "$work/emulator.log" && break; sleep 0.2; done
base=http://127.0.0.1:18080/rest/align/api/2
id=$(curl -s -H "Authorization: bearer $token" "$base/stories?\$top=1&\$select=id" | grep -o '[0-9]*')
one=/rest/align/api/2/stories/$id
list=/rest/align/api/2/stories
java -cp "$cp" io.alignemulator.bench.BareServer 18081 http://127.0.0.1:18080 "$token" "$one" "$list" > "$work/bare.log" & bare_pid=$!
for _ in $(seq 100); do grep -q '^ready' "$work/bare.log" && break; sleep 0.2; done

# the JIT needs tens of thousands of calls before either server is at its speed
warm() { wrk -t1 -c16 -d8s -H "Authorization: bearer $token" "$1" > /dev/null; }
rate() { wrk -t1 -c16 -d"${seconds}s" -H "Authorization: bearer $token" "$1" | awk '/Requests\/sec/ {print $2} /Non-2xx/ {print "errors" > "/dev/stderr"}'; }
median() { sort -n | awk '{v[NR]=$1} END {print (NR % 2) ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2}'; }

for what in "one $one" "list $list"; do
  set -- $what
  warm "http://127.0.0.1:18080$2"; warm "http://127.0.0.1:18081$2"
  : > "$work/e"; : > "$work/b"; : > "$work/r"
  for _ in $(seq "$runs"); do
    e=$(rate "http://127.0.0.1:18080$2"); b=$(rate "http://127.0.0.1:18081$2")
    echo "$e" >> "$work/e"; echo "$b" >> "$work/b"; awk -v e="$e" -v b="$b" 'BEGIN {print e/b}' >> "$work/r"
  done
  printf '%-5s emulator %8.0f/s   bare handler %8.0f/s   ratio %.2f (median of %d pairs)\n' "$1" "$(median < "$work/e")" "$(median < "$work/b")" "$(median < "$work/r")" "$runs"
done
printf 'filter on an indexed field, page of 100: %8.0f/s\n' "$(rate "http://127.0.0.1:18080$list?\$filter=programId%20eq%202")"
printf 'filter on a field without index, no hit: %8.1f/s\n' "$(rate "http://127.0.0.1:18080$list?\$filter=title%20eq%20'no%20such%20title'")"
