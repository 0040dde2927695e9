#!/usr/bin/env bash
# Mutation testing of one room: breaks its code in many small ways, one at a time, and runs the room's own tests against each. Prints the score and what no test noticed; the page is in
# target/pit-reports. Needs mvn -q test-compile.
#   bench/mutation.sh limiter|faults|patch|access|query|world
set -euo pipefail
cd "$(dirname "$0")/.."
p=io.alignemulator
case ${1:-} in
limiter) classes=$p.sandbox.RateLimit,$p.sandbox.'RateLimiter*',$p.sandbox.CallHistory tests=$p.sandbox.'RateLimit*Test' ;;
faults) classes=$p.sandbox.faults.'*' tests=$p.sandbox.faults.'*Test' ;;
patch) classes=$p.resource.patch.'*' tests=$p.resource.patch.'*Test' ;;
access) classes=$p.access.'*' tests=$p.access.'*Test' ;;
# random filters notice much, but not the same each time, and take seconds for each change that nothing notices
query) classes=$p.query.'*' tests=$p.query.'*Test'; set -- "$@" "-DexcludedTestClasses=$p.query.QueryLawsTest" ;;
world) classes=$p.world.'*' tests=$p.world.'*Test' ;;
*) sed -n '2,4s/^# //p' "$0" >&2; exit 2 ;;
esac
nice mvn -B -q -Ppit pitest:mutationCoverage "-DtargetClasses=$classes" "-DtargetTests=$tests" "${@:2}" > target/mutation.log 2>&1 || { tail -n 40 target/mutation.log; exit 1; }
found=target/pit-reports/mutations.xml
all=$(grep -c '<mutation ' "$found")
# the JVM refuses to change a record whose components have annotations of types: PIT takes that for noticed, and nobody has tried
untried=$(grep -c "status='RUN_ERROR'" "$found") || true
noticed=$(($(grep -c "detected='true'" "$found") - untried))
echo "${1}: $all mutations, $noticed noticed by a test, $((100 * noticed / all)) %; $untried could not be tried"
sed -nE "s#.*status='(SURVIVED|NO_COVERAGE|RUN_ERROR)'.*<sourceFile>(.*)</sourceFile>.*<mutatedMethod>(.*)</mutatedMethod>.*<lineNumber>(.*)</lineNumber>.*<description>(.*)</description>.*#  \\1 \\2:\\4 \\3: \\5#p" "$found"
