#!/usr/bin/env bash
# What calls of the emulator cost beside a GET by id of the same run, in turn: a list of 100, filters, a PATCH of one field with the whole record checked; from a site of N records, two in five of them
# stories. The list and the GET are asked again and again, so their answers are kept while nobody writes. Needs wrk and a built project (mvn -q -DskipTests package test-compile). Against a bare handler
# and other servers: bench/peers.sh.
#   bench/http.sh [RECORDS (25000)] [SECONDS a run (4)] [RUNS (5)]      WARM (8): seconds of load before the first run of a call; ONLY=TEXT: the calls with it in their name
source "$(dirname "$0")/lib.sh"
cd "$bench/.."
records=${1:-25000} seconds=${2:-4} runs=${3:-5}
needs wrk curl

port=$(free_port)
"${JAVA:-java}" -cp "$(class_path)" io.alignemulator.bench.LargeSite "$work/site" "$records"
begin "$work/log" "${JAVA:-java}" $one_jvm -jar target/jira-align-emulator.jar --port "$port" --rate-limit off --fixtures "$work/site"
until_listening "$work/log" "$pid"
base=http://127.0.0.1:$port/rest/align/api/2
id=$(curl -s -H "Authorization: bearer $token" "$base/stories?\$top=1&\$select=id" | grep -o '[0-9]*')
one=$base/stories/$id

beside() { # NAME URL [OPTIONS OF WRK]
  local name=$1 url=$2 get call
  shift 2
  [[ $name == *"${ONLY:-}"* ]] || return 0
  load "$pid" "${WARM:-8}" "$one" > /dev/null
  load "$pid" "${WARM:-8}" "$url" "$@" > /dev/null
  : > "$work/samples"
  for _ in $(seq "$runs"); do
    get=$(load "$pid" "$seconds" "$one")
    call=$(load "$pid" "$seconds" "$url" "$@")
    echo "$get $call" | awk '{print $1, $5, $5 / $1, $8 / $4, $7}' >> "$work/samples"
  done
  column() { cut -d' ' -f"$1" "$work/samples" | median; }
  printf '%-36s %8.0f/s  p99 %7.2f ms   GET by id %8.0f/s   ratio %.2f, by processor time %.2f (medians of %d pairs)\n' "$name" "$(column 2)" "$(column 5)" "$(column 1)" "$(column 3)" "$(column 4)" "$runs"
}
beside 'GET by id, each another' "$one" -s bench/each.lua
beside 'list of 100' "$base/stories"
beside 'list of 100, each another' "$base/stories" -s bench/each.lua
connections=1 beside 'PATCH of one field, one connection' "$one" -s bench/patch.lua
beside 'PATCH of one field' "$one" -s bench/patch.lua
beside 'filter on an indexed field' "$base/stories?\$filter=programId%20eq%202" -s bench/each.lua
beside 'filter without index, no hit' "$base/stories?\$filter=title%20eq%20'no%20such%20title'" -s bench/each.lua
