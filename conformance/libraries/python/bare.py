"""A client that makes one HTTP call for each task and decides nothing: what shows is what the library decides.

Its argument names one of the senders below. Where time is virtual, a library that waits turns the site's clock.
"""

import asyncio
import json
import os
import sys
import time
import urllib.request

BASE = os.environ["ALIGN_URL"] + "/rest/align/api/2/"
CLOCK = os.environ.get("ALIGN_CLOCK")
TIMEOUT = float(os.environ.get("ALIGN_TIMEOUT", "30"))

waited = 0.0


def turn(seconds):
    """In place of waiting."""
    global waited
    waited += seconds
    body = json.dumps({"advance": f"PT{seconds:.3f}S"}).encode()
    request = urllib.request.Request(CLOCK, body, {"Content-Type": "application/json"}, method="PUT")
    urllib.request.urlopen(request, timeout=10).close()


if CLOCK:
    time.sleep = turn


def of_requests(retry=None, **options):
    import requests
    from requests.adapters import HTTPAdapter

    session = requests.Session()
    if retry is not None:
        import urllib3

        session.mount("http://", HTTPAdapter(max_retries=urllib3.Retry(**retry)))

    def send(method, url, headers, body):
        response = session.request(method, url, headers=headers, data=body, timeout=TIMEOUT)
        return response.status_code, response.text

    return send


def of_urllib3():
    import urllib3

    pool = urllib3.PoolManager()

    def send(method, url, headers, body):
        response = pool.request(method, url, headers=headers, body=body, timeout=TIMEOUT)
        return response.status, response.data.decode()

    return send


def of_urllib():
    def send(method, url, headers, body):
        request = urllib.request.Request(url, body, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    return send


def of_httpx(retries=0):
    import httpx

    client = httpx.Client(transport=httpx.HTTPTransport(retries=retries)) if retries else httpx.Client()

    def send(method, url, headers, body):
        response = client.request(method, url, headers=headers, content=body, timeout=TIMEOUT)
        return response.status_code, response.text

    return send


def of_aiohttp():
    import aiohttp

    loop = asyncio.new_event_loop()

    async def opened():
        return aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(sock_read=TIMEOUT))

    session = loop.run_until_complete(opened())

    async def sent(method, url, headers, body):
        async with session.request(method, url, headers=headers, data=body) as response:
            return response.status, await response.text()

    return lambda *call: loop.run_until_complete(sent(*call))


SENDERS = {
    "requests": of_requests,
    "requests-retry": lambda: of_requests({"total": 3}),
    "requests-retry-status": lambda: of_requests({"total": 3, "backoff_factor": 1, "status_forcelist": [429, 503]}),
    "requests-retry-all": lambda: of_requests(
        {"total": 3, "backoff_factor": 1, "status_forcelist": [429, 503], "allowed_methods": None}
    ),
    "urllib3": of_urllib3,
    "urllib": of_urllib,
    "httpx": of_httpx,
    "httpx-retries": lambda: of_httpx(3),
    "aiohttp": of_aiohttp,
}


def call(send, task):
    headers = {"Authorization": "Bearer " + os.environ["ALIGN_TOKEN"]}
    url = BASE + task["resource"]
    item = f"{url}/{task.get('id')}"
    operation = task["operation"]
    if operation == "list":
        return send("GET", url, headers, None)
    if operation == "get":
        return send("GET", item, headers, None)
    if operation == "delete":
        return send("DELETE", item, headers, None)
    if operation == "create":
        headers["Content-Type"] = "application/json"
        return send("POST", url, headers, json.dumps(task["record"]).encode())
    if operation == "patch":
        headers["Content-Type"] = "application/json-patch+json"
        changes = task["changes"].items()
        operations = [{"op": "replace", "path": "/" + field, "value": value} for field, value in changes]
        return send("PATCH", item, headers, json.dumps(operations).encode())
    raise ValueError(operation)


def report(send, task):
    began, before = time.monotonic(), waited
    try:
        status, body = call(send, task)
        if not 200 <= status <= 299:
            made = {"ok": False, "status": status, "message": body}
        else:
            value = None if task["operation"] in ("delete", "patch") else json.loads(body)
            if task["operation"] == "create" and not isinstance(value, int):
                value = value["id"] if isinstance(value, dict) else -1  # what the library calls a success stays one
            made = {"ok": True, "value": value}
    except Exception as error:  # whatever the library throws is its answer
        made = {"ok": False, "message": f"{type(error).__name__}: {error}"}
    return {**made, "took": time.monotonic() - began + waited - before}


def main():
    send = SENDERS[sys.argv[1]]()
    task = json.loads(os.environ["ALIGN_TASK"])
    if task["operation"] == "batch":
        made = {"results": [report(send, each) for each in task["tasks"]]}
    else:
        made = report(send, task)
    print(json.dumps(made), flush=True)
    os._exit(0)  # a library may keep threads


main()
