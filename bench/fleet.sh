#!/usr/bin/env bash
# A fleet of three emulators behind nginx (deploy/fleet/up): every call reaches its own sandbox, and one emulator killed with -9 loses nothing acknowledged and disturbs no other.
# Needs nginx and mvn -q -DskipTests package.
#   bench/fleet.sh [SANDBOXES (300)] [SECONDS (30)]
set -euo pipefail
cd "$(dirname "$0")/.."
export JAR=${JAR:-target/jira-align-emulator.jar} PORT=${PORT:-18080} SIZE=3 HEAP=${HEAP:-256m}
work=$(mktemp -d)
fleet=""
trap 'kill $fleet 2> /dev/null || true; wait; rm -rf "$work"' EXIT

DATA=$work deploy/fleet/up --rate-limit off > "$work/log" 2>&1 & fleet=$!
until grep -q '^listening' "$work/log"; do
    kill -0 $fleet 2> /dev/null || { cat "$work/log"; exit 1; }
    sleep 0.5
done
java -Xmx256m -Djdk.httpclient.allowRestrictedHeaders=host -cp "$JAR" bench/Fleet.java "http://127.0.0.1:$PORT" "$work" 3 "${1:-300}" "${2:-30}"
