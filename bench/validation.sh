#!/usr/bin/env bash
# What checking every record of the demo set costs a cold JVM: by the schema library, and by the reader that makes rows of them. Needs mvn -q test-compile.
#   bench/validation.sh [RUNS]
set -euo pipefail
cd "$(dirname "$0")/.."
class_path=target/test-classes:target/classes:$(mvn -q -B dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=/dev/stdout | tail -n 1)
for what in schemas reader; do
  for _ in $(seq "${1:-5}"); do
    java -cp "$class_path" io.alignemulator.resource.rules.ValidationCost $what
  done | sort -n -k4 | awk '{ line[NR] = $0 } END { print line[int((NR + 1) / 2)] }'
done
