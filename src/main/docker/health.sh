#!/usr/bin/env bash
# The health check of the image: exit code 0 when the server is ready, 1 when it is not. It speaks HTTP itself: a JVM that asked would cost a hundred times the processor time, every few seconds.
host=${ALIGN_EMULATOR_HOST:-127.0.0.1} port=${ALIGN_EMULATOR_PORT:-8080}
case $host in # who listens on every address is asked on this machine's own
  0.0.0.0) host=127.0.0.1 ;;
  ::) host=::1 ;;
esac
{ exec 3<> "/dev/tcp/$host/$port"; } 2> /dev/null || { echo "Not ready: nothing listens on $host:$port"; exit 1; }
printf 'GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
IFS= read -rt 2 status <&3 || { echo "Not ready: no answer within two seconds"; exit 1; }
[[ $status == 'HTTP/1.1 200'* ]] || { echo "Not ready: ${status%$'\r'}"; exit 1; }
