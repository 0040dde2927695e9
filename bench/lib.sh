# What the scripts of this folder share; they source it. It makes the folder $work, and when the script ends, by Ctrl-C too, it ends what was begun and removes that folder.
set -euo pipefail
bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
token='user:1|super-admin'
connections=16
one_jvm=-XX:+IgnoreUnrecognizedVMOptions # an option of a JVM that changes nothing here, with which the emulator starts no second one; the figures of a process are then its own
declare -A begun # process ids

finish() {
  trap '' INT TERM
  local each
  for each in "${!begun[@]}"; do kill "$each" 2> /dev/null || true; done
  for each in "${!begun[@]}"; do stop "$each"; done
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

needs() { # COMMAND...: ends the script with a sentence when one is missing
  local each
  for each; do
    command -v "$each" > /dev/null || { echo "$0 needs $each, which is not on this machine" >&2; exit 2; }
  done
}

begin() { # LOG COMMAND...: starts a server in the background; its process id is $pid
  local log=$1
  shift
  "$@" > "$log" 2>&1 &
  pid=$!
  begun[$pid]=1
}

stop() { # PID: ends a server and waits for it, ten seconds at most
  kill "$1" 2> /dev/null || true
  local _
  for _ in $(seq 1000); do
    kill -0 "$1" 2> /dev/null || break
    pause 0.01
  done
  kill -9 "$1" 2> /dev/null || true
  wait "$1" 2> /dev/null || true
  unset "begun[$1]"
}

pause() { read -rt "$1" -u "$idle" || true; } # SECONDS, without a process
exec {idle}<> <(:)

until_listening() { # LOG PID: until the emulator says so, two minutes at most
  local _
  for _ in $(seq 1200); do
    grep -qs '^listening' "$1" && return
    kill -0 "$2" 2> /dev/null || break
    pause 0.1
  done
  cat "$1" >&2
  echo "the emulator does not listen" >&2
  exit 1
}

first_200() { # PORT PATH PID: until a server answers that path with 200, two minutes at most; what it printed is in $work/server.log, if anywhere
  local status until=$((SECONDS + 120))
  while [ $SECONDS -lt $until ] && kill -0 "$3" 2> /dev/null; do
    # the shell's own socket: a curl process costs 10 ms a try, a refused connection none
    if { exec 3<> "/dev/tcp/127.0.0.1/$1"; } 2> /dev/null; then
      printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer %s\r\n\r\n' "$2" "$token" >&3 2> /dev/null || true
      status=""
      read -rt 10 _ status _ <&3 || true
      exec 3<&-
      [ "$status" = 200 ] && return
    fi
    pause 0.002
  done
  tail -n 20 "$work/server.log" >&2 || true
  echo "no 200 for $2 on port $1, the last status was '${status:-}'" >&2
  exit 1
}

free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)); do
    { exec 3<> "/dev/tcp/127.0.0.1/$port"; } 2> /dev/null || break
  done
  echo "$port"
}

class_path() { # of the tests; not from the output of Maven, in which terminals' codes stand
  [ -n "${CLASS_PATH:-}" ] || mvn -q -B dependency:build-classpath -DincludeScope=test -Dmdep.outputFile="$work/class-path" > /dev/null
  echo "${CLASS_PATH:-target/test-classes:target/classes:$(cat "$work/class-path")}"
}

memory() { ps -o rss= --pid "$1" --ppid "$1" | awk '{sum += $1} END {printf "%.0f\n", sum / 1024}'; } # PID: MB in RAM, its children's too
processor() { awk -v hz="$(getconf CLK_TCK)" '{sub(/.*\) /, ""); print ($12 + $13) / hz}' "/proc/$1/stat"; } # PID: seconds of processor time

load() { # PID SECONDS URL [OPTIONS OF WRK]: calls a second, ms of the median and of 99 in 100, calls a second of processor time
  local before after
  before=$(processor "$1")
  wrk --latency -t1 -c"$connections" -d"$2s" --timeout 20s -H "Authorization: bearer $token" "${@:4}" "$3" > "$work/wrk"
  after=$(processor "$1")
  awk -v spent="$(awk -v a="$before" -v b="$after" 'BEGIN {print b - a}')" '
    function ms(text) { return text ~ /us$/ ? text / 1000 : text ~ /ms$/ ? text + 0 : text * 1000 }
    $1 == "50%" {p50 = ms($2)} $1 == "99%" {p99 = ms($2)} /requests in/ {n = $1} /Requests\/sec/ {rate = $2}
    /Non-2xx|Socket errors/ {print > "/dev/stderr"}
    END {print rate, p50, p99, (spent > 0 ? n / spent : 0)}' "$work/wrk"
}

median() { sort -n | awk '{v[NR] = $1} END {print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }
least() { sort -n | head -n 1; }
most() { sort -n | tail -n 1; }
