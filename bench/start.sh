#!/usr/bin/env bash
# Time from the start of the process to its first 200, and its memory then; median of several runs.
#   bench/start.sh [RUNS] [JAVA OPTIONS...]      JAVA=/path/to/java chooses the JVM, JAR another jar, FIXTURES=minimal STORY=1 another set and a story that it has
source "$(dirname "$0")/lib.sh"
cd "$bench/.."
runs=${1:-7}
shift || true
port=${PORT:-$(free_port)}

for _ in $(seq "$runs"); do
  begin=$(date +%s%N)
  begin "$work/server.log" "${JAVA:-java}" "$@" -jar "${JAR:-target/jira-align-emulator.jar}" --port "$port" --fixtures "${FIXTURES:-demo}"
  first_200 "$port" "/rest/align/api/2/Stories/${STORY:-10001}" "$pid"
  end=$(date +%s%N)
  echo "$(((end - begin) / 1000000)) $(memory "$pid")" >> "$work/samples"
  stop "$pid"
done
times() { cut -d' ' -f1 "$work/samples"; }
printf 'first 200 after %.0f ms (median of %d; %d to %d), %.0f MB\n' "$(times | median)" "$runs" "$(times | least)" "$(times | most)" "$(cut -d' ' -f2 "$work/samples" | median)"
