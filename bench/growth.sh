#!/usr/bin/env bash
# What grows with a site: loading from JSON and from a packed file, heap per record, and processor time of calls that are made without a server, at several sizes, each in a JVM of its own. The
# demo set has 4,099 records, which is the least. Keeps every sample in bench/samples/growth.tsv, draws docs/images/growth.svg and prints the table of medians. Needs mvn -q test-compile, and
# 1 GB in the folder for temporary files.
#   bench/growth.sh [RECORDS ... (4099 10000 100000 1000000)]
source "$(dirname "$0")/lib.sh"
cd "$bench/.."
sizes=("$@")
[ $# -gt 0 ] || sizes=(4099 10000 100000 1000000)
class_path=$(class_path)
mkdir -p bench/samples docs/images
: > "$work/samples"
for size in "${sizes[@]}"; do
  "${JAVA:-java}" -Xmx3g -cp "$class_path" io.alignemulator.bench.Growth "$work" "$size" >> "$work/samples"
  rm -rf "$work/site$size"*
done
cp "$work/samples" bench/samples/growth.tsv
"${JAVA:-java}" -cp "$class_path" io.alignemulator.bench.GrowthChart bench/samples/growth.tsv docs/images/growth.svg
