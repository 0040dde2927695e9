#!/usr/bin/env bash
# Kills a process that saves from several threads, again and again on one folder, and checks that nothing acknowledged is lost and nothing torn. Needs mvn -q test-compile.
#   bench/crash.sh [ROUNDS (200)] [SEED]
set -euo pipefail
cd "$(dirname "$0")/.."
class_path=target/test-classes:target/classes:$(mvn -q -B dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=/dev/stdout | tail -n 1)
exec java -Xmx512m -cp "$class_path" io.alignemulator.save.folder.Crashes "${1:-200}" "${@:2}"
