#!/usr/bin/env bash
# What scope costs: a list of 100 stories for a user who sees one in a hundred, against the same list for the Super Admin, in turn in one run. Needs wrk and
# mvn -q -DskipTests package test-compile.
#   bench/access.sh [RECORDS] [SECONDS] [RUNS]
set -euo pipefail
cd "$(dirname "$0")/.."
records=${1:-250000} seconds=${2:-4} runs=${3:-5}
work=$(mktemp -d)
pid=""
trap 'kill $pid 2>/dev/null || true; rm -rf "$work"' EXIT

jar=target/jira-align-emulator.jar
mvn -q -B dependency:build-classpath -Dmdep.outputFile="$work/cp" > /dev/null
cp=target/test-classes:target/classes:$(cat "$work/cp")
java -cp "$cp" io.alignemulator.bench.ScopedLists "$work/site" "$records"
java -Xmx4g -jar $jar --port 18080 --rate-limit off --fixtures "$work/site" > "$work/log" & pid=$!
for _ in $(seq 600); do grep -q '^listening' "$work/log" && break; sleep 0.2; done
url=http://127.0.0.1:18080/rest/align/api/2/stories
rate() { wrk -t1 -c8 -d"$2s" -H "Authorization: bearer $1" "$3" | awk '/Requests\/sec/ {print $2} /Non-2xx/ {print "errors" > "/dev/stderr"}'; }
median() { sort -n | awk '{v[NR]=$1} END {print (NR % 2) ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2}'; }

for query in '' '?$skip=100' '?$filter=state%20eq%202' '?$orderby=id%20desc'; do
  rate 'user:1|super-admin' 5 "$url$query" > /dev/null; rate 'user:9999|lead' 5 "$url$query" > /dev/null
  : > "$work/a"; : > "$work/s"; : > "$work/r"
  for _ in $(seq "$runs"); do
    a=$(rate 'user:1|super-admin' "$seconds" "$url$query"); s=$(rate 'user:9999|lead' "$seconds" "$url$query")
    echo "$a" >> "$work/a"; echo "$s" >> "$work/s"; awk -v a="$a" -v s="$s" 'BEGIN {print a/s}' >> "$work/r"
  done
  printf '%-26s Super Admin %8.0f/s   one in a hundred %8.0f/s   cost %.2f times (median of %d pairs)\n' "stories$query" "$(median < "$work/a")" "$(median < "$work/s")" "$(median < "$work/r")" "$runs"
done
