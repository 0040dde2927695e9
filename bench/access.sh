#!/usr/bin/env bash
# What scope costs: a list of 100 stories for a user who sees one in a hundred, against the same list for the Super Admin, in turn in one run. Needs wrk and
# mvn -q -DskipTests package test-compile.
#   bench/access.sh [RECORDS] [SECONDS] [RUNS]
source "$(dirname "$0")/lib.sh"
cd "$bench/.."
records=${1:-250000} seconds=${2:-4} runs=${3:-5}
needs wrk
connections=8

port=$(free_port)
java -cp "$(class_path)" io.alignemulator.bench.ScopedLists "$work/site" "$records"
begin "$work/log" java $one_jvm -Xmx4g -jar target/jira-align-emulator.jar --port "$port" --rate-limit off --fixtures "$work/site"
until_listening "$work/log" "$pid"
url=http://127.0.0.1:$port/rest/align/api/2/stories
rate() { token=$1 load "$pid" "$2" "$3" | cut -d' ' -f1; }

for query in '' '?$skip=100' '?$filter=state%20eq%202' '?$orderby=id%20desc'; do
  rate 'user:1|super-admin' 5 "$url$query" > /dev/null; rate 'user:9999|lead' 5 "$url$query" > /dev/null
  : > "$work/a"; : > "$work/s"; : > "$work/r"
  for _ in $(seq "$runs"); do
    a=$(rate 'user:1|super-admin' "$seconds" "$url$query"); s=$(rate 'user:9999|lead' "$seconds" "$url$query")
    echo "$a" >> "$work/a"; echo "$s" >> "$work/s"; awk -v a="$a" -v s="$s" 'BEGIN {print a/s}' >> "$work/r"
  done
  printf '%-26s Super Admin %8.0f/s   one in a hundred %8.0f/s   cost %.2f times (median of %d pairs)\n' "stories$query" "$(median < "$work/a")" "$(median < "$work/s")" "$(median < "$work/r")" "$runs"
done
