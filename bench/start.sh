#!/usr/bin/env bash
# Time from the start of the process to its first 200, and its memory then; median of several runs.
#   bench/start.sh [RUNS] [JAVA OPTIONS...]      JAVA=/path/to/java chooses the JVM, FIXTURES=minimal another set
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-7}
shift || true
java=${JAVA:-java}
jar=${JAR:-target/jira-align-emulator.jar}
port=${PORT:-18080}

for _ in $(seq "$runs"); do
  begin=$(date +%s%N)
  "$java" "$@" -jar "$jar" --port "$port" --fixtures "${FIXTURES:-demo}" >/dev/null &
  pid=$!
  # the shell's own socket: a curl process costs 10 ms a try, a refused connection none
  until { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null; do
    kill -0 "$pid" 2>/dev/null || { echo "the emulator ended before it answered" >&2; exit 1; }
  done
  printf 'GET /rest/align/api/2/Stories/10001 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer user:1|super-admin\r\n\r\n' >&3
  read -r _ status _ <&3
  end=$(date +%s%N)
  exec 3<&-
  [ "$status" = 200 ] || { echo "status $status" >&2; kill "$pid"; exit 1; }
  echo "$(( (end - begin) / 1000000 )) $(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$pid/status")"
  kill "$pid"
  wait "$pid" || true
done | sort -n | awk '{ ms[NR] = $1; mb[NR] = $2 } END { printf "first 200 after %d ms (median of %d; %d to %d), %d MB\n", ms[int((NR + 1) / 2)], NR, ms[1], ms[NR], mb[int((NR + 1) / 2)] }'
