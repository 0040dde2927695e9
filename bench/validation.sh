#!/usr/bin/env bash
# What checking every record of the demo set costs a cold JVM: by the schema library, and by the reader that makes rows of them. Needs mvn -q test-compile.
#   bench/validation.sh [RUNS]
source "$(dirname "$0")/lib.sh"
cd "$bench/.."
class_path=$(class_path)
for what in schemas reader; do
  for _ in $(seq "${1:-5}"); do
    java -cp "$class_path" io.alignemulator.resource.rules.ValidationCost $what
  done | sort -n -k4 | awk '{ line[NR] = $0 } END { print line[int((NR + 1) / 2)] }'
done
