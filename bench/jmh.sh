#!/usr/bin/env bash
# Micro-benchmarks. Needs mvn -q test-compile.
#   bench/jmh.sh PersistentMap [JMH OPTIONS...]   the choice of the persistent map
#   bench/jmh.sh Sandbox                        reset, fork, snapshot and restore by the number of records
#   bench/jmh.sh Scan                           rows a second that a filter looks at without index and order
#   bench/jmh.sh "World|Query|Patch|Limiter|Render"   what a step of a call costs: the world, filters and orders, a PATCH, the limiter, printing
#   bench/jmh.sh Gzip                            what a list of 100 would cost compressed, at both ends
#   bench/jmh.sh memory                           its bytes per entry
source "$(dirname "$0")/lib.sh"
cd "$bench/.."
class_path=$(class_path)
if [ "${1:-}" = memory ]; then
  java -Xmx1g -XX:+UseSerialGC -cp "$class_path" io.alignemulator.bench.MapMemory
else
  java -cp "$class_path" org.openjdk.jmh.Main "$@"
fi
