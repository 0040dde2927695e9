#!/usr/bin/env bash
# Two builds side by side in one run, alternating: the ratio (new / old) of their rates, and of the calls that one second of processor time answers, for the calls that clients make
# most, from the same site. Both jars have to read that site. The second ratio holds on a machine that is busy with other things too. Needs wrk.
#   bench/compare.sh OLD.jar NEW.jar FIXTURES [SECONDS a run (2)] [RUNS (9)]      JAVA chooses the JVM, NEW_OPTIONS="--virtual-threads on" gives the new one more options, ONLY=TEXT the calls with it in their name, HEAP=4g the memory of each
source "$(dirname "$0")/lib.sh"
old=$1 new=$2 fixtures=$3 seconds=${4:-2} runs=${5:-9}
needs wrk curl

declare -A server
start() { # jar port [options]
  begin "$work/$2.log" "${JAVA:-java}" $one_jvm -Xmx"${HEAP:-2g}" -jar "$1" --port "$2" --rate-limit off --fixtures "$fixtures" "${@:3}"
  server[$2]=$pid
  until_listening "$work/$2.log" "$pid"
}
old_port=$(free_port) new_port=$(free_port)
start "$old" "$old_port"
# shellcheck disable=SC2086 # several words
start "$new" "$new_port" ${NEW_OPTIONS:-}

api=/rest/align/api/2
id=$(curl -s -H "Authorization: bearer $token" "http://127.0.0.1:$old_port$api/stories?\$top=1&\$select=id" | grep -o '[0-9]*')
rate() { load "${server[$1]}" "$seconds" "http://127.0.0.1:$1$api$2" "${@:3}" | cut -d' ' -f1,4; } # port path [options]: calls a second, calls a second of processor time
column() { cut -d' ' -f"$1" "$work/samples"; }
compare() { # name path [options]
  local name=$1 path=$2 seconds_kept=$seconds; shift 2
  [[ $name == *"${ONLY:-}"* ]] || return 0
  seconds=$((seconds * 5)); rate "$old_port" "$path" "$@" > /dev/null; rate "$new_port" "$path" "$@" > /dev/null; seconds=$seconds_kept
  : > "$work/samples"
  for _ in $(seq "$runs"); do
    echo "$(rate "$old_port" "$path" "$@") $(rate "$new_port" "$path" "$@")" | awk '{print $1, $3, $3 / $1, $4 / $2}' >> "$work/samples"
  done
  printf '%-32s old %9.1f/s  new %9.1f/s  rate %.2f (%.2f to %.2f)  processor %.2f (%.2f to %.2f)\n' "$name" "$(column 1 | median)" "$(column 2 | median)" \
    "$(column 3 | median)" "$(column 3 | least)" "$(column 3 | most)" \
    "$(column 4 | median)" "$(column 4 | least)" "$(column 4 | most)"
}

connections=8
compare 'GET by id' "/stories/$id"
compare 'GET by id, each another' "/stories/$id" -s "$bench/each.lua"
compare 'list of 100, each another' /stories -s "$bench/each.lua"
compare 'list of 100' /stories
compare 'list of 100, $select=id,title' '/stories?$select=id,title'
compare 'filter on an indexed field' '/stories?$filter=programId%20eq%202'
compare 'PATCH of one field' "/stories/$id" -s "$bench/patch.lua"
connections=1
compare 'filter id eq' "/stories?\$filter=id%20eq%20$id"
compare 'filter id eq, each another' "/stories?\$filter=id%20eq%20$id" -s "$bench/each.lua"
compare 'filter without index, no hit' "/stories?\$filter=title%20eq%20'no%20such%20title'" -s "$bench/each.lua"
compare "filter contains(title,'x')" "/stories?\$filter=contains(title,'x')" -s "$bench/each.lua"
compare "filter contains, no hit" "/stories?\$filter=contains(title,'no%20such%20title')" -s "$bench/each.lua"
seconds=$((seconds * 8)) # of one that the old build answers in more than a second
compare 'orderby title' '/stories?$orderby=title' -s "$bench/each.lua"
seconds=$((seconds / 8))
compare 'orderby lastUpdatedDate desc' '/stories?$orderby=lastUpdatedDate%20desc&$top=10' -s "$bench/each.lua"
