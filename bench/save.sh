#!/usr/bin/env bash
# What saving costs: opening an empty folder and one with many rows, and single commits from several threads. Needs mvn -q test-compile.
#   bench/save.sh [ROWS (100000)] [SECONDS a run (5)]
source "$(dirname "$0")/lib.sh"
cd "$bench/.."
rows=${1:-100000} seconds=${2:-5}
class_path=$(class_path)
cost() { java -Xmx1g -XX:+UseSerialGC -cp "$class_path" io.alignemulator.bench.SaveCost "$@"; }

echo "an empty folder"
cost open "$work/empty"
for threads in 1 8 32; do
  cost commit "$work/commits$threads" "$threads" "$seconds"
done
cost fill "$work/many" "$rows"
echo "$rows rows, $(du -sm "$work/many" | cut -f1) MB"
cost open "$work/many"
