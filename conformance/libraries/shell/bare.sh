#!/usr/bin/env bash
# A client that makes one HTTP call for each task and decides nothing: what shows is what curl or wget decides.
# Its arguments are the tool with its options. The tasks of a batch go to one process of curl, which keeps its connection.
set -u
tool=$1; shift
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
base=$ALIGN_URL/rest/align/api/2
jq -c 'if .operation == "batch" then .tasks[] else . end' <<< "$ALIGN_TASK" > "$dir/tasks"

method() { case $1 in create) echo POST ;; patch) echo PATCH ;; delete) echo DELETE ;; *) echo GET ;; esac; }
url() { jq -r --arg base "$base" '$base + "/" + .resource + (if .id then "/\(.id)" else "" end)' <<< "$1"; }
type() { [ "$1" = patch ] && echo application/json-patch+json || echo application/json; }
body() { jq -c 'if .record then .record elif .changes then [.changes | to_entries[] | {op: "replace", path: "/\(.key)", value}] else empty end' <<< "$1"; }

# report OPERATION STATUS EXIT FILE SECONDS
report() {
  local ok=false value=null
  if [ "$3" = 0 ] && [[ $2 == 2?? ]]; then
    case $1 in
      delete | patch) ok=true ;;
      create) value=$(jq -c 'if type == "object" then .id elif type == "number" then . else -1 end' "$4" 2> "$dir/no-json") && ok=true ;;
      *) value=$(jq -ce . "$4" 2> "$dir/no-json") && ok=true ;;
    esac
  fi
  if $ok; then
    jq -nc --argjson value "${value:-null}" --argjson took "$5" '{ok: true, value: $value, took: $took}'
  else
    jq -nc --arg status "$2" --arg exit "$3" --argjson took "$5" --rawfile text "$4" \
      '{ok: false, message: "exit \($exit): \($text)", took: $took} + (if ($status | test("^[1-9]")) then {status: ($status | tonumber)} else {} end)'
  fi
}

with_curl() {
  local arguments=() n=0 line operation
  while read -r line; do
    operation=$(jq -r .operation <<< "$line")
    : > "$dir/$n.body"
    [ $n = 0 ] || arguments+=(--next)
    arguments+=("$@" -s -m "$ALIGN_TIMEOUT" -H "Authorization: Bearer $ALIGN_TOKEN" -o "$dir/$n.body"
      -w "%{http_code} %{exitcode} %{time_total}\n" "$(url "$line")")
    # -X only where curl has no word of its own for it: with a body it makes a POST
    case $operation in
      patch | delete) arguments+=(-X "$(method "$operation")") ;;
    esac
    if [ -n "$(body "$line")" ]; then
      arguments+=(-H "Content-Type: $(type "$operation")" --data-binary "$(body "$line")")
    fi
    n=$((n + 1))
  done < "$dir/tasks"
  local began=$EPOCHREALTIME
  curl "${arguments[@]}" > "$dir/status"
  local took
  took=$(awk -v a="$began" -v b="$EPOCHREALTIME" 'BEGIN { print b - a }')
  n=0
  while read -r line; do
    read -r status code _ <<< "$(sed -n $((n + 1))p "$dir/status")"
    report "$(jq -r .operation <<< "$line")" "${status:-000}" "${code:-1}" "$dir/$n.body" "$took"
    n=$((n + 1))
  done < "$dir/tasks"
}

with_wget() {
  local line operation arguments
  while read -r line; do
    operation=$(jq -r .operation <<< "$line")
    arguments=("$@" -q -S -T "$ALIGN_TIMEOUT" --content-on-error --header "Authorization: Bearer $ALIGN_TOKEN" -O "$dir/body"
      --method "$(method "$operation")")
    : > "$dir/body"
    if [ -n "$(body "$line")" ]; then
      arguments+=(--header "Content-Type: $(type "$operation")" --body-data "$(body "$line")")
    fi
    local began=$EPOCHREALTIME
    wget "${arguments[@]}" "$(url "$line")" 2> "$dir/headers"
    local code=$? status
    status=$(grep -oE '^ +HTTP/1.1 [0-9]+' "$dir/headers" | tail -1 | grep -oE '[0-9]+$')
    report "$operation" "${status:-000}" "$code" "$dir/body" "$(awk -v a="$began" -v b="$EPOCHREALTIME" 'BEGIN { print b - a }')"
  done < "$dir/tasks"
}

"with_$tool" "$@" > "$dir/reports"
jq -sc 'if $batch then {results: .} else .[0] end' --argjson batch "$(jq '.operation == "batch"' <<< "$ALIGN_TASK")" "$dir/reports"
