#!/usr/bin/env bash
# nginx 1.22.1 (Debian 12) with proxy_request_buffering off: a POST whose upstream refuses the connection is answered 502 before its body has come.
# Expected: the connection that this answer says to keep ("Connection: keep-alive") is kept, or the answer says "Connection: close" (RFC 9112, 9.6), since a client sends its next call on it.
# Seen: "Connection: keep-alive", and nginx ends the connection at once; a client that has sent its next call already, whatever upstream that is for, gets no answer and may not repeat it.
# keepalive_timeout 0 in the location that renders the 502 makes nginx say "close". Needs nginx. Exit 0 while that is so, 1 when it has changed.
set -eu
dir=$(mktemp -d); pid=; trap '[ -z "$pid" ] || kill "$pid"; rm -rf "$dir"' EXIT; cd "$dir"
PATH=$PATH:/usr/sbin; port=18391 # and nobody listens on the next one
cat > nginx.conf <<CONF
daemon off; pid $dir/pid; error_log $dir/log; events {}
http {
    access_log off; client_body_temp_path $dir/body; proxy_temp_path $dir/proxy; fastcgi_temp_path $dir/f; uwsgi_temp_path $dir/u; scgi_temp_path $dir/s;
    proxy_request_buffering off; proxy_http_version 1.1;
    server { listen 127.0.0.1:$port; location / { proxy_pass http://127.0.0.1:$((port + 1)); } }
}
CONF
nginx -p "$dir" -e "$dir/log" -c "$dir/nginx.conf" & pid=$!
for _ in $(seq 50); do (exec 3<> /dev/tcp/127.0.0.1/$port) 2> /dev/null && break; sleep 0.1; done
exec 3<> /dev/tcp/127.0.0.1/$port
printf 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n' >&3
sleep 0.5 # the body comes after the answer
printf '{}' >&3
said=$(timeout 5 cat <&3) && ended=yes || ended=no
echo "$said" | tr -d '\r' | grep -iE '^(HTTP|Connection)'
echo "the connection ended within 5 s: $ended"
[ $ended = yes ] && echo "$said" | grep -qi '^Connection: keep-alive'
