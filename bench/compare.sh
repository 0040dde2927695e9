#!/usr/bin/env bash
# Two builds side by side in one run, alternating: the ratio (new / old) of their rates, and of the calls that one second of processor time answers, for the calls that clients make
# most, from the same site. Both jars have to read that site. The second ratio holds on a machine that is busy with other things too. Needs wrk.
#   bench/compare.sh OLD.jar NEW.jar FIXTURES [SECONDS a run (2)] [RUNS (9)]
set -euo pipefail
old=$1 new=$2 fixtures=$3 seconds=${4:-2} runs=${5:-9}
token='user:1|super-admin'
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT

declare -A server
start() { # jar port
  java -Xmx2g -jar "$1" --port "$2" --rate-limit off --fixtures "$fixtures" > "$work/$2.log" 2>&1 & pids+=($!); server[$2]=$!
  for _ in $(seq 600); do grep -qs '^listening' "$work/$2.log" && return; sleep 0.2; done
  cat "$work/$2.log"; exit 1
}
start "$old" 18091
start "$new" 18092

api=/rest/align/api/2
id=$(curl -s -H "Authorization: bearer $token" "http://127.0.0.1:18091$api/stories?\$top=1&\$select=id" | grep -o '[0-9]*')
cat > "$work/patch.lua" <<'L'
wrk.method = "PATCH"
wrk.headers["Content-Type"] = "application/json-patch+json"
local n = 0
request = function()
  n = n + 1
  return wrk.format(nil, nil, nil, '[{"op":"replace","path":"/title","value":"Title ' .. n .. '"}]')
end
L
spent() { awk -v hz="$(getconf CLK_TCK)" '{sub(/.*\) /, ""); print ($12 + $13) / hz}' "/proc/${server[$1]}/stat"; } # seconds of processor time
rate() { # port path [options]: calls a second, calls a second of processor time
  local before; before=$(spent "$1")
  wrk -t1 -c"$connections" -d"${seconds}s" --timeout 20s -H "Authorization: bearer $token" "${@:3}" "http://127.0.0.1:$1$api$2" > "$work/wrk"
  awk -v spent="$(awk -v a="$before" -v b="$(spent "$1")" 'BEGIN {print b - a}')" \
    '/requests in/ {n = $1} /Requests\/sec/ {print $2, n / spent} /Non-2xx/ {print $0 > "/dev/stderr"}' "$work/wrk"
}
median() { sort -n | awk '{v[NR]=$1} END {print (NR % 2) ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2}'; }
column() { cut -d' ' -f"$1" "$work/samples"; }
compare() { # name path [options]
  local name=$1 path=$2 seconds_kept=$seconds; shift 2
  seconds=$((seconds * 5)); rate 18091 "$path" "$@" > /dev/null; rate 18092 "$path" "$@" > /dev/null; seconds=$seconds_kept
  : > "$work/samples"
  for _ in $(seq "$runs"); do
    echo "$(rate 18091 "$path" "$@") $(rate 18092 "$path" "$@")" | awk '{print $1, $3, $3 / $1, $4 / $2}' >> "$work/samples"
  done
  printf '%-32s old %9.1f/s  new %9.1f/s  rate %.2f (%.2f to %.2f)  processor %.2f (%.2f to %.2f)\n' "$name" "$(column 1 | median)" "$(column 2 | median)" \
    "$(column 3 | median)" "$(column 3 | sort -n | head -1)" "$(column 3 | sort -n | tail -1)" \
    "$(column 4 | median)" "$(column 4 | sort -n | head -1)" "$(column 4 | sort -n | tail -1)"
}

# a question that is never the same twice, so that no answer is kept
cat > "$work/each.lua" <<'L'
local n = 0
request = function()
  n = n + 1
  return wrk.format(nil, wrk.path .. (wrk.path:find("?") and "&" or "?") .. "x=" .. n)
end
L

connections=8
compare 'GET by id' "/stories/$id"
compare 'GET by id, each another' "/stories/$id" -s "$work/each.lua"
compare 'list of 100, each another' /stories -s "$work/each.lua"
compare 'list of 100' /stories
compare 'list of 100, $select=id,title' '/stories?$select=id,title'
compare 'filter on an indexed field' '/stories?$filter=programId%20eq%202'
compare 'PATCH of one field' "/stories/$id" -s "$work/patch.lua"
connections=1
compare 'filter id eq' "/stories?\$filter=id%20eq%20$id"
compare 'filter id eq, each another' "/stories?\$filter=id%20eq%20$id" -s "$work/each.lua"
compare 'filter without index, no hit' "/stories?\$filter=title%20eq%20'no%20such%20title'" -s "$work/each.lua"
compare "filter contains(title,'x')" "/stories?\$filter=contains(title,'x')" -s "$work/each.lua"
compare "filter contains, no hit" "/stories?\$filter=contains(title,'no%20such%20title')" -s "$work/each.lua"
compare 'orderby lastUpdatedDate desc' '/stories?$orderby=lastUpdatedDate%20desc&$top=10' -s "$work/each.lua"
