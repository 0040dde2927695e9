"""Starts a bare client for one scenario and notes down what its site saw: witness.py DIRECTORY, where command.json says what to start."""

import json
import os
import pathlib
import socket
import subprocess
import sys

LONGEST = 50  # the runner ends it after 60 seconds

directory = pathlib.Path(sys.argv[1])
command = json.loads((directory / "command.json").read_text())
environment = {**os.environ, "LC_ALL": "C.UTF-8", **command["environment"]}
try:
    done = subprocess.run(command["words"], env=environment, capture_output=True, timeout=LONGEST, check=False)
    out, err = done.stdout.decode(), done.stderr.decode()
except subprocess.TimeoutExpired:
    out, err = "", f"not done after {LONGEST} s"

host, _, path = os.environ["ALIGN_CLOCK"].removeprefix("http://").removesuffix("/clock").partition("/")
name, port = host.split(":")


def got(what):
    """One answer of the control API; a socket, for a library of HTTP takes longer to be loaded than all of this."""
    with socket.create_connection((name, int(port)), timeout=10) as connection:
        connection.sendall(f"GET /{path}/{what} HTTP/1.0\r\nHost: {host}\r\n\r\n".encode())
        return json.loads(b"".join(iter(lambda: connection.recv(65536), b"")).partition(b"\r\n\r\n")[2])


seen = {"url": os.environ["ALIGN_URL"], "task": json.loads(os.environ["ALIGN_TASK"]), "err": err[-2000:]}
try:
    seen["report"] = json.loads(out)
except ValueError:
    seen["report"] = None
for each in ("requests", "faults", "settings"):
    seen[each] = got(each)
(directory / "seen" / f"{os.getpid()}.json").write_text(json.dumps(seen))
sys.stdout.write(out)
sys.stderr.write(err[-2000:])
