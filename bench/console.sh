#!/usr/bin/env bash
# Milliseconds that the server takes for each page of the console, median of RUNS, on the demo set and on a site of 100,000 stories; then the start of the jar with and
# without the console, as a ratio of medians. Needs a built project (mvn -q -DskipTests package test-compile).
# And what a site with a full journal takes to tell its verdicts after ten new calls.
#   bench/console.sh [RECORDS (250000)] [RUNS (20)]
source "$(dirname "$0")/lib.sh"
cd "$bench/.."
records=${1:-250000} runs=${2:-20}
needs curl

java -cp "$(class_path)" io.alignemulator.bench.LargeSite "$work/site" "$records"
port=$(free_port)
home=http://127.0.0.1:$port

start() {
  begin "$work/log" java $one_jvm -jar target/jira-align-emulator.jar --port "$port" --rate-limit off --fixtures "$1" "${@:2}"
  until_listening "$work/log" "$pid"
}

pages="/ /?as=4 /_emulator/console/work /_emulator/console/work?as=3 /_emulator/console/work?program=1 /_emulator/console/work?q=renewal
/_emulator/console/work?q=no-such-title /_emulator/console/work/branch?of=Theme/2 /_emulator/console/work/branch?of=loose/Story
/_emulator/console/records/Stories /_emulator/console/records/Stories?as=4 /_emulator/console/records/Epics/1001 /_emulator/console/records/Programs/1
/_emulator/console/records/Stories/new?featureId=2001 /_emulator/console/traffic /_emulator/console/roadmap /_emulator/console/objectives /_emulator/console/people"
for site in demo "$work/site"; do
  start "$site"
  [ "$site" = demo ] && echo "demo set" || echo "a site of $records records"
  for page in $pages; do
    [ "$(curl -s -o /dev/null -w '%{http_code}' "$home$page")" = 200 ] || continue
    # the first visits load the page's classes
    for _ in $(seq 10); do curl -s -o /dev/null "$home$page"; done
    printf '%8.1f ms  %s\n' "$(for _ in $(seq "$runs"); do curl -s -o /dev/null -w '%{time_total}\n' "$home$page"; done | median | awk '{print 1000 * $1}')" "$page"
  done
  stop "$pid"
done

start demo
api="$home/rest/align/api/2"
calls() { curl -s -o /dev/null -H "Authorization: bearer user:1|super-admin" "$api/stories?\$top=20&\$skip=[1-$1]"; curl -s -o /dev/null -H "Authorization: bearer user:1|super-admin" "$api/epics/[1001-1100]"; }
calls 900
echo "1,000 calls of which the journal keeps $(curl -s "$home/_emulator/requests?limit=1" | sed 's/.*"matched":\([0-9]*\).*/\1/')"
for page in /_emulator/conformance /_emulator/console/requirements/verdicts; do
  for _ in $(seq 10); do curl -s -o /dev/null "$home$page"; done
  printf '%8.1f ms  %s\n' "$(for _ in $(seq "$runs"); do
    curl -s -o /dev/null -H 'Authorization: bearer user:1|super-admin' "$api/stories?\$top=20&\$skip=[1-10]"
    curl -s -o /dev/null -w '%{time_total}\n' "$home$page"
  done | median | awk '{print 1000 * $1}')" "$page"
done
stop "$pid"

once() { local from to; from=$(date +%s%N); start demo --console "$1"; to=$(date +%s%N); stop "$pid"; echo $(((to - from) / 1000000)); }
: > "$work/on"; : > "$work/off"
for _ in $(seq "$runs"); do once on >> "$work/on"; once off >> "$work/off"; done
printf 'start with the console %s ms, without %s ms (medians of %s, read every 100 ms)\n' "$(median < "$work/on")" "$(median < "$work/off")" "$runs"
