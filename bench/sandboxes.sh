#!/usr/bin/env bash
# What a thousand sandboxes of the demo set take: time to make one, and heap in use with none, with all, and after one write in each. Needs mvn -q -DskipTests package.
#   bench/sandboxes.sh [SANDBOXES]
source "$(dirname "$0")/lib.sh"
cd "$bench/.."
count=${1:-1000}
needs curl jcmd

port=$(free_port)
begin "$work/log" java $one_jvm -Xmx512m -XX:+UseSerialGC -jar target/jira-align-emulator.jar --port "$port" --rate-limit off
until_listening "$work/log" "$pid"
control=http://127.0.0.1:$port/_emulator
heap() { jcmd "$pid" GC.run > /dev/null; jcmd "$pid" GC.heap_info | awk '/total.*used/ { gsub(/K,?/, ""); for (i = 1; i <= NF; i++) if ($i == "used") sum += $(i + 1) } END { printf "%.1f MB", sum / 1024 }'; }
each() { seq "$count" | xargs -P 2 -n 50 bash -c "$1" _; }

echo "none:                     $(heap)"
begin=$(date +%s%N)
each 'for i; do curl -s -o /dev/null -X POST -H "Content-Type: application/json" '"$control"'/sandboxes -d "{\"name\":\"s$i\"}"; done'
echo "$count sandboxes:          $(heap), $(( ($(date +%s%N) - begin) / 1000 / count )) us each with a curl of its own"
each 'for i; do curl -s -o /dev/null -X POST -H "Content-Type: application/json" '"$control"'/sandboxes/s$i/import -d "{\"fixtures\":{\"Regions\":[{\"name\":\"mine\"}]}}"; done'
echo "a record more in each:    $(heap)"
