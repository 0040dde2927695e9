#!/usr/bin/env bash
# Builds the committed sources twice, in two folders and one after the other, and compares the jars byte for byte. Takes two builds without tests.
#   bench/reproducible.sh
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for copy in one another; do
  git clone -q "$root" "$work/$copy"
  (cd "$work/$copy" && mvn -B -q -ntp -Prelease -DskipTests -DskipITs -Dinvoker.skip package)
  (cd "$work/$copy/target" && sha256sum -c --quiet SHA256SUMS)
done
for jar in jira-align-emulator.jar jira-align-emulator-lean.jar jira-align-emulator-lean-sources.jar; do
  if cmp -s "$work/one/target/$jar" "$work/another/target/$jar"; then
    echo "$jar: the same $(stat -c %s "$work/one/target/$jar") bytes, sha256 $(sha256sum "$work/one/target/$jar" | cut -d' ' -f1)"
  else
    echo "$jar differs:"
    diff <(unzip -v "$work/one/target/$jar" | awk '{print $7, $8}') <(unzip -v "$work/another/target/$jar" | awk '{print $7, $8}') || true
    failed=1
  fi
done
exit "${failed:-0}"
