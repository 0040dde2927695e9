#!/usr/bin/env bash
# What the emulator costs inside a JVM of tests: the first start and answer in a cold JVM against those of a bare Javalin, in turn in one run; then a hundred tests with a sandbox
# of the demo set each, in one JVM that gets warm. Needs mvn -q test-compile.
#   bench/extension.sh [PAIRS] [RUNS OF THE HUNDRED]
source "$(dirname "$0")/lib.sh"
cd "$bench/.."
pairs=${1:-7} runs=${2:-8}
cp=$(class_path)
first() { "${JAVA:-java}" -cp "$cp" io.alignemulator.bench.FirstAnswer "$1"; }

first javalin > /dev/null; first emulator > /dev/null
for _ in $(seq "$pairs"); do
  j=$(first javalin); e=$(first emulator)
  echo "$j" >> "$work/j"; echo "$e" >> "$work/e"; awk -v j="$j" -v e="$e" 'BEGIN {print e/j}' >> "$work/r"
done
printf 'first answer in a cold JVM: bare Javalin %d ms, emulator %d ms, ratio %.2f (medians of %d pairs)\n' "$(median < "$work/j")" "$(median < "$work/e")" "$(median < "$work/r")" "$pairs"
"${JAVA:-java}" -Xmx512m -cp "$cp" io.alignemulator.bench.HundredTests "$runs"
