#!/usr/bin/env bash
# Starts the server of the image under construction, makes one call of each kind, stops it with SIGTERM, and checks that the cache it leaves is usable.
set -euo pipefail

java=/opt/jre/bin/java
jar=/app/jira-align-emulator.jar
log=$(mktemp)

# The command of the ENTRYPOINT, but that it writes the cache: another class path, collector or heap makes a cache that is silently ignored.
grep -v AOTCache /app/jvm.flags > /tmp/trial.flags
"$java" -XX:Flags=/tmp/trial.flags -XX:AOTCacheOutput=/app/emulator.aot -jar "$jar" --port 8080 --fixtures /fixtures > "$log" 2>&1 &
server=$!
for _ in $(seq 300); do
  grep -q '^listening' "$log" && break
  kill -0 "$server" || { cat "$log"; exit 1; }
  sleep 0.2
done

call() { # METHOD PATH [BODY]
  local body=${3:-}
  exec 3<>/dev/tcp/127.0.0.1/8080
  printf '%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: bearer user:1|super-admin\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s' \
    "$1" "$2" "${#body}" "$body" >&3
  head -n 1 <&3
  exec 3<&-
}
api=/rest/align/api/2
call GET /_emulator/health
call GET $api/users/whoami
call GET $api/stories/10001
call GET "$api/stories?\$filter=programId%20eq%202&\$orderby=title&\$select=id,title"
call GET "$api/epics?expand=true&\$top=5"
call POST $api/regions '{"name":"On trial"}'
call PATCH $api/epics/1001 '[{"op":"replace","path":"/title","value":"On trial"}]'
call POST /_emulator/reset

kill -TERM "$server"
wait "$server" || true
# The cache is written by a second JVM, which the first one waits for.
test -s /app/emulator.aot
"$java" -XX:Flags=/app/jvm.flags -XX:AOTMode=on -jar "$jar" --version
rm -f "$log" /tmp/trial.flags
