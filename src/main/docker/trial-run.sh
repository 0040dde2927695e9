#!/usr/bin/env bash
# Lets the server of the image under construction make one call of each kind to itself, and checks that the cache it leaves is usable.
set -euo pipefail

java=/opt/jre/bin/java
jar=/app/jira-align-emulator.jar

# The class path, collector and heap of the ENTRYPOINT: others make a cache that is silently ignored. A trial ends early with its input, so it has one that stays open.
grep -v AOTCache /app/jvm.flags > /tmp/trial.flags
mkfifo /tmp/open
"$java" -XX:Flags=/tmp/trial.flags -XX:AOTCacheOutput=/app/emulator.aot -cp "$jar" io.alignemulator.TrialRun --fixtures /fixtures --virtual-threads on < /tmp/open & trial=$!
exec 3> /tmp/open
wait "$trial"
exec 3>&-
test -s /app/emulator.aot
"$java" -XX:Flags=/app/jvm.flags -XX:AOTMode=on -jar "$jar" --version
rm -f /tmp/trial.flags /tmp/open
