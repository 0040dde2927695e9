#!/usr/bin/env bash
# The emulator beside other servers that answer with the same bytes, in pairs (the emulator, the other one; every second pair the other way round): medians, and the ratio pair by pair.
#   bench/peers.sh start [PAIRS (9)] [PEER...]              from the start of the process to the first 200, and the memory then
#   bench/peers.sh calls [PAIRS (9)] [SECONDS a run (3)] [PEER...]   GET by id and a list of 100 (200 KB), asked again and each another; the memory after them
# Peers: bare (a Javalin handler), wiremock, mockserver, json-server, prism, mockoon; all without a name. Every sample is kept in bench/samples.
# JAVA=/path/to/java chooses the JVM of all; from version 25 on `start` gives each of them an AOT cache (AOT=off: none; AOT=ours: the emulator alone, and the others start as they come, without flags), the emulator's made by the trial run of the image, each other one's by a call of
# each kind that it knows. `start` runs all JVMs with the flags of the image, `calls` with FLAGS (-Xmx1g). STUBS (1000) is how many stubs WireMock and MockServer have, WARM (8) seconds of load before the
# first pair of a kind of call. Needs Linux, a built project (mvn -q -DskipTests package test-compile), curl, ps, wrk for `calls`, Node and npm for the last three, and a network at the first time:
# downloads go to PEERS (/tmp/jira-align-emulator-peers).
#
# The best reasonable configuration of each, by its documentation, and by trying where it leaves a choice:
# - the emulator: the demo set, 4,099 records; the rate limit off; its journal of calls on
# - WireMock: no journal of requests, no log, no gzip; its asynchronous responses are for delays and made it slower
# - MockServer: disableLogging, as its own performance test has it, log level ERROR, 100 log entries; bodies of the type STRING, which made lists twice as fast as BINARY
# - json-server: 1,000 records, quiet, read only, no gzip; it prints records anew, indented, so its list has 270 KB
# - Prism: a document with the story and the list as examples, silent, one process
# - Mockoon: two routes without templates, no file of logs, no control API; it prints a line for each call all the same
wiremock=3.13.2 mockserver=7.6.0 json_server=0.17.4 prism=5.14.2 mockoon=9.9.0
source "$(dirname "$0")/lib.sh"
cd "$bench/.."

usage() { sed -n '3,5s/^# *//p' "$0" >&2; exit 2; }
what=${1:-}
[ "$what" = start ] || [ "$what" = calls ] || usage
shift
pairs=9 seconds=3
[[ ${1:-} =~ ^[0-9]+$ ]] && { pairs=$1; shift; }
[ "$what" = calls ] && [[ ${1:-} =~ ^[0-9]+$ ]] && { seconds=$1; shift; }
peers=("$@")
[ $# -gt 0 ] || peers=(bare wiremock mockserver json-server prism mockoon)
java=$(command -v "${JAVA:-java}") || { echo "$0 needs a JVM: there is no ${JAVA:-java}" >&2; exit 2; }
downloads=${PEERS:-${TMPDIR:-/tmp}/jira-align-emulator-peers}
jar=$PWD/target/jira-align-emulator.jar
[ -f "$jar" ] || { echo "$0 needs a built project: mvn -q -DskipTests package test-compile" >&2; exit 2; }
needs curl ps
[ "$what" = start ] || needs wrk

# ---- what is downloaded
from_maven() { # GROUP ARTIFACT VERSION [CLASSIFIER]
  [ -f "$downloads/$2-$3${4:+-$4}.jar" ] && return
  needs mvn
  mvn -q -B dependency:copy -Dartifact="$1:$2:$3:jar${4:+:$4}" -DoutputDirectory="$downloads"
}
from_npm() { # PACKAGE VERSION FOLDER
  needs node npm
  [ -d "$downloads/$3/node_modules/$1" ] || npm install --prefix "$downloads/$3" --no-audit --no-fund --loglevel=error "$1@$2" > /dev/null
}
bare_jar() { # Javalin, what it needs, and the handlers in one jar, as the emulator is one
  local each file all=$work/bare
  needs jar
  mkdir -p "$all/META-INF/services"
  for each in $(tr : '\n' <<< "$cp" | grep -E '/(io/javalin|org/slf4j|org/eclipse/jetty|jakarta/servlet|org/jetbrains)/'); do
    mkdir "$work/one"
    (cd "$work/one" && jar --extract --file "$each" && rm -rf META-INF/MANIFEST.MF META-INF/*.SF META-INF/*.RSA module-info.class)
    for file in "$work"/one/META-INF/services/*; do
      [ -f "$file" ] && cat "$file" >> "$all/META-INF/services/$(basename "$file")" && rm "$file"
    done
    cp -r "$work/one/." "$all"
    rm -r "$work/one"
  done
  for each in $(tr : '\n' <<< "$cp"); do
    file=io/alignemulator/bench/BareServer.class
    [ -f "$each/$file" ] && mkdir -p "$all/$(dirname $file)" && cp "$each/$file" "$all/$file"
  done
  printf 'Main-Class: io.alignemulator.bench.BareServer\nMulti-Release: true\n' > "$work/manifest"
  jar --create --file "$work/bare.jar" --manifest "$work/manifest" -C "$all" .
  rm -r "$all"
}
fetch() { # PEER
  case $1 in
    bare) bare_jar ;;
    wiremock) from_maven org.wiremock wiremock-standalone $wiremock ;;
    mockserver) from_maven org.mock-server mockserver-netty $mockserver jar-with-dependencies ;;
    json-server) from_npm json-server $json_server json-server-$json_server ;;
    prism) from_npm @stoplight/prism-cli $prism prism-$prism ;;
    mockoon) from_npm @mockoon/cli $mockoon mockoon-$mockoon ;;
    *) echo "no peer is called $1" >&2; usage ;;
  esac
}

# ---- how each of them is started
site=$work/site
server() { # NAME PORT: its command in ${command[@]}, the paths of its story and of its list in $one and $list; JVMs get ${jvm[@]}
  one=$(cat "$site/one.path")
  list=/rest/align/api/2/epics
  case $1 in
    emulator) command=("$java" $one_jvm "${jvm[@]}" -jar "$jar" --port "$2" --fixtures demo --rate-limit off) ;;
    bare) command=("$java" "${jvm[@]}" -jar "$work/bare.jar" "$2" "$one" "$site/one.json" $list "$site/list.json") ;;
    wiremock) command=("$java" "${jvm[@]}" -jar "$downloads/wiremock-standalone-$wiremock.jar" --port "$2" --bind-address 127.0.0.1 --root-dir "$site/wiremock"
      --no-request-journal --disable-request-logging --disable-banner --disable-gzip) ;;
    mockserver) command=(env -C "$work" "$java" "${jvm[@]}" -Dmockserver.initializationJsonPath="$site/mockserver.json" -Dmockserver.disableLogging=true -Dmockserver.logLevel=ERROR
      -Dmockserver.disableSystemOut=true -Dmockserver.maxLogEntries=100 -Dmockserver.maxExpectations=$((stubs * 2)) -Dmockserver.localBoundIP=127.0.0.1
      -jar "$downloads/mockserver-netty-$mockserver-jar-with-dependencies.jar" -serverPort "$2") ;;
    json-server) command=(env NODE_ENV=production node "$downloads/json-server-$json_server/node_modules/json-server/lib/cli/bin.js" "$site/json-server.json" --host 127.0.0.1 --port "$2"
      --quiet --read-only --no-cors --ng)
      one=${one#/rest/align/api/2} list='/epics?_limit=100' ;;
    prism) command=(env NODE_ENV=production node "$downloads/prism-$prism/node_modules/@stoplight/prism-cli/dist/index.js" mock "$site/prism.json" -h 127.0.0.1 -p "$2" -v silent
      --multiprocess=false --cors=false) ;;
    mockoon) command=(env NODE_ENV=production node "$downloads/mockoon-$mockoon/node_modules/@mockoon/cli/bin/run.js" start --data "$site/mockoon.json" --hostname 127.0.0.1 --port "$2"
      --disable-log-to-file --disable-admin-api --disable-tls --max-transaction-logs 0) ;;
  esac
}
up() { server "$1" "$2"; begin "$work/server.log" "${command[@]}"; first_200 "$2" "$one" "$pid"; } # NAME PORT

# ---- the samples
commit=$(git rev-parse --short HEAD 2> /dev/null || echo unknown)
samples() { # FILE COLUMNS: a new file of samples with what was measured where
  mkdir -p bench/samples
  { echo "# bench/peers.sh $what; commit $commit; $("$java" -version 2>&1 | sed -n '/Runtime/p'); Node $(node --version 2> /dev/null || echo none); $(nproc) cores; $(date -u +%F); load average $(cut -d' ' -f1-3 /proc/loadavg)"
    printf '%b\n' "$2"; } > "bench/samples/$1"
}
column() { awk -v name="$2" -v call="$3" -v column="$4" -F '\t' '$1 == call && $3 == name {print $column}' "bench/samples/$1"; } # FILE SERVER CALL COLUMN
ratios() { paste <(column "$1" emulator "$3" "$4") <(column "$1" "$2" "$3" "$4") | awk '$2 > 0 {print $1 / $2}'; } # FILE PEER CALL COLUMN
spread() { local all; all=$(cat); printf '%.2f (%.2f to %.2f)' "$(median <<< "$all")" "$(least <<< "$all")" "$(most <<< "$all")"; }
turn() { if [ $(($1 % 2)) = 1 ]; then echo "emulator $2"; else echo "$2 emulator"; fi; } # PAIR PEER

# ---- what they are given to answer
stubs=${STUBS:-1000}
cp=$(class_path)
emulator_port=$(free_port) peer_port=$(free_port)
for peer in "${peers[@]}"; do fetch "$peer"; done
jvm=(-Xmx1g)
begin "$work/server.log" "$java" $one_jvm -jar "$jar" --port "$emulator_port" --fixtures demo --rate-limit off
until_listening "$work/server.log" "$pid"
"$java" -cp "$cp" io.alignemulator.bench.Stubs "http://127.0.0.1:$emulator_port" "$token" "$site" "$stubs"
stop "$pid"

same_bytes() { # NAME PORT: says when what it answers is not what the emulator answers
  local path file
  for file in one list; do
    path=${!file}
    curl -s -H "Authorization: bearer $token" "http://127.0.0.1:$2$path" > "$work/body"
    cmp -s "$work/body" "$site/$file.json" || echo "$1 has its own bytes for $path: $(stat -c %s "$work/body") instead of $(stat -c %s "$site/$file.json")"
  done
}

# ---- start
trial() { # NAME: leaves an AOT cache in $work/NAME.aot
  local cache=$work/$1.aot flags=("${jvm[@]}")
  if [ "$1" = emulator ]; then # as the image is made, in a folder here
    mkdir "$work/app"
    cp "$jar" src/main/docker/jvm.flags "$work/app"
    jar=$work/app/jira-align-emulator.jar
    sed -i "s#/app/#$work/app/#" "$work/app/jvm.flags"
    sed -e "s#/tmp/#$work/#g; s#/app/#$work/app/#g; s#/opt/jre/bin/java#$java#g; s# /fixtures# demo#g; s#8080#$emulator_port#g" src/main/docker/trial-run.sh > "$work/trial-run.sh"
    TMPDIR=$work bash "$work/trial-run.sh" > "$work/trial.log" 2>&1 || { cat "$work/trial.log" >&2; exit 1; }
    mv "$work/app/emulator.aot" "$cache"
  else
    jvm+=("-XX:AOTCacheOutput=$cache")
    up "$1" "$peer_port"
    curl -s -o /dev/null "http://127.0.0.1:$peer_port$list"
    kill "$pid"
    wait "$pid" || true # not `stop`: the cache is written by a second JVM, which the first one waits for
    stop "$pid"
    jvm=("${flags[@]}")
  fi
  test -s "$cache" || { echo "no AOT cache of $1 came of its trial run:" >&2; cat "$work/server.log" >&2; exit 1; }
}
start_once() { # NAME PORT: ms and MB
  local begin end flags=("${jvm[@]}")
  [ "${AOT:-}" != ours ] || [ "$1" = emulator ] || jvm=()
  if [ -f "$work/$1.aot" ]; then jvm+=("-XX:AOTCache=$work/$1.aot" -XX:AOTMode=on); fi # on: a cache that does not fit ends the start
  server "$1" "$2"
  jvm=("${flags[@]}")
  begin=$(date +%s%N)
  begin "$work/server.log" "${command[@]}"
  first_200 "$2" "$one" "$pid"
  end=$(date +%s%N)
  sample="$(((end - begin) / 1000000))\t$(memory "$pid")"
  stop "$pid"
}
starts() {
  local peer pair name port aot="" file
  grep -v AOTCache src/main/docker/jvm.flags > "$work/jvm.flags"
  jvm=(-XX:Flags="$work/jvm.flags")
  if [ "${AOT:-}" != off ] && "$java" -XX:AOTCache=none -version > /dev/null 2>&1; then
    aot=-aot
    [ "${AOT:-}" != ours ] || aot=-aot-ours
    for name in emulator $([ "${AOT:-}" = ours ] || echo bare wiremock mockserver); do
      [ "$name" != emulator ] && [[ " ${peers[*]} " != *" $name "* ]] || trial "$name"
    done
  fi
  for peer in "${peers[@]}"; do
    file=start$aot-$peer.tsv
    start_once emulator "$emulator_port"; start_once "$peer" "$peer_port" # what the file system keeps of them
    samples "$file" 'what\tpair\tserver\tms\tMB'
    for pair in $(seq "$pairs"); do
      for name in $(turn "$pair" "$peer"); do
        if [ "$name" = emulator ]; then port=$emulator_port; else port=$peer_port; fi
        start_once "$name" "$port"
        printf 'start\t%s\t%s\t%b\n' "$pair" "$name" "$sample" >> "bench/samples/$file"
      done
    done
    printf 'first 200%s: emulator %5.0f ms %4.0f MB   %-11s %5.0f ms %4.0f MB   emulator / %s: time %s, memory %s; %s pairs\n' "${aot:+ with AOT caches}" \
      "$(column "$file" emulator start 4 | median)" "$(column "$file" emulator start 5 | median)" "$peer" "$(column "$file" "$peer" start 4 | median)" "$(column "$file" "$peer" start 5 | median)" \
      "$peer" "$(ratios "$file" "$peer" start 4 | spread)" "$(ratios "$file" "$peer" start 5 | spread)" "$pairs"
  done
}

# ---- calls
compare() { # PEER CALL PATH OF THE EMULATOR, PATH OF THE PEER [OPTIONS OF WRK]
  local peer=$1 call=$2 ours=http://127.0.0.1:$emulator_port$3 theirs=http://127.0.0.1:$peer_port$4 file=calls-$1.tsv pair name
  shift 4
  # the JIT needs tens of thousands of calls before a server is at its speed
  load "$emulator_pid" "${WARM:-8}" "$ours" "$@" > /dev/null
  load "$peer_pid" "${WARM:-8}" "$theirs" "$@" > /dev/null
  for pair in $(seq "$pairs"); do
    for name in $(turn "$pair" "$peer"); do
      if [ "$name" = emulator ]; then sample=$(load "$emulator_pid" "$seconds" "$ours" "$@"); else sample=$(load "$peer_pid" "$seconds" "$theirs" "$@"); fi
      printf '%s\t%s\t%s\t%s\n' "$call" "$pair" "$name" "${sample// /$'\t'}" >> "bench/samples/$file"
    done
  done
  for name in emulator "$peer"; do
    printf '%-26s %-11s %8.0f/s  p50 %6.2f ms  p99 %7.2f ms' "$call" "$name" "$(column "$file" $name "$call" 4 | median)" "$(column "$file" $name "$call" 5 | median)" "$(column "$file" $name "$call" 6 | median)"
    [ "$name" = emulator ] && echo
  done
  printf '   emulator / %s: rate %s, by processor time %s; %s pairs\n' "$peer" "$(ratios "$file" "$peer" "$call" 4 | spread)" "$(ratios "$file" "$peer" "$call" 7 | spread)" "$pairs"
}
calls() {
  local peer ours_one ours_list
  # shellcheck disable=SC2206
  jvm=(${FLAGS:--Xmx1g})
  for peer in "${peers[@]}"; do
    up emulator "$emulator_port" # anew for each, so that it has been warm no longer than the other one
    emulator_pid=$pid ours_one=$one ours_list=$list
    same_bytes emulator "$emulator_port"
    samples "calls-$peer.tsv" 'call\tpair\tserver\tcalls/s\tp50 ms\tp99 ms\tcalls/s of processor time'
    up "$peer" "$peer_port"
    peer_pid=$pid
    same_bytes "$peer" "$peer_port"
    compare "$peer" 'GET by id' "$ours_one" "$one"
    compare "$peer" 'GET by id, each another' "$ours_one" "$one" -s bench/each.lua
    compare "$peer" 'list of 100' "$ours_list" "$list"
    compare "$peer" 'list of 100, each another' "$ours_list" "$list" -s bench/each.lua
    echo "memory after these calls: emulator $(memory "$emulator_pid") MB, $peer $(memory "$peer_pid") MB"
    stop "$emulator_pid"
    stop "$peer_pid"
  done
}

if [ "$what" = start ]; then starts; else calls; fi
