#!/usr/bin/env bash
# Micro-benchmarks. Needs mvn -q test-compile.
#   bench/jmh.sh PersistentMap [JMH OPTIONS...]   the choice of the persistent map
#   bench/jmh.sh Sandbox                        reset, fork, snapshot and restore by the number of records
#   bench/jmh.sh Scan                           rows a second that a filter looks at without index and order
#   bench/jmh.sh memory                           its bytes per entry
set -euo pipefail
cd "$(dirname "$0")/.."
class_path=target/test-classes:target/classes:$(mvn -q -B dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=/dev/stdout | tail -n 1)
if [ "${1:-}" = memory ]; then
  exec java -Xmx1g -XX:+UseSerialGC -cp "$class_path" io.alignemulator.bench.MapMemory
fi
exec java -cp "$class_path" org.openjdk.jmh.Main "$@"
