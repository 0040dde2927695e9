#!/usr/bin/env bash
# Time from the start of the process to its first 200, and the memory of all its processes then, in turn: another jar where there is one, this jar without an archive of its classes, and with the one that an
# earlier start leaves. Medians, and the ratio to the first of them, pair by pair.
#   bench/start.sh [RUNS (9)] [JAVA OPTIONS...]      JAVA=/path/to/java chooses the JVM, JAR and OLD the jars, FIXTURES=minimal STORY=1 another set and a story that it has
source "$(dirname "$0")/lib.sh"
cd "$bench/.."
runs=${1:-9}
shift || true
port=${PORT:-$(free_port)} java=${JAVA:-java} jar=${JAR:-target/jira-align-emulator.jar}
export XDG_CACHE_HOME=$work/caches
"$java" -jar "$jar" archive > /dev/null

once() { # VARIANT JAVA OPTIONS...
  local begin
  begin=$(date +%s%N)
  begin "$work/server.log" "$java" "${@:2}" --port "$port" --fixtures "${FIXTURES:-demo}"
  first_200 "$port" "/rest/align/api/2/Stories/${STORY:-10001}" "$pid"
  echo "$((($(date +%s%N) - begin) / 1000000))" >> "$work/$1.ms"
  memory "$pid" >> "$work/$1.mb"
  stop "$pid"
}
variants=(without archive)
[ -z "${OLD:-}" ] || variants=(old without archive)
for _ in $(seq "$runs"); do
  [ -z "${OLD:-}" ] || once old "$one_jvm" "$@" -jar "$OLD"
  once without "$one_jvm" "$@" -jar "$jar"
  once archive "$@" -jar "$jar"
done
for each in "${variants[@]}"; do
  printf '%-8s first 200 after %.0f ms (median of %d; %d to %d), %.0f MB, ratio %s\n' "$each" "$(median < "$work/$each.ms")" "$runs" "$(least < "$work/$each.ms")" "$(most < "$work/$each.ms")" \
    "$(median < "$work/$each.mb")" "$(paste "$work/$each.ms" "$work/${variants[0]}.ms" | awk '{ print $1 / $2 }' | median)"
done
