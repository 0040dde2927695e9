#!/usr/bin/env bash
# Kills a process that saves from several threads, again and again on one folder, and checks that nothing acknowledged is lost and nothing torn. Needs mvn -q test-compile.
#   bench/crash.sh [ROUNDS (200)] [SEED]
source "$(dirname "$0")/lib.sh"
cd "$bench/.."
java -Xmx512m -cp "$(class_path)" io.alignemulator.save.folder.Crashes "${1:-200}" "${@:2}"
