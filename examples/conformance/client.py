"""A typical client of the Jira Align REST API with requests, as a command that the conformance suite can start.

It is neither made perfect nor made wrong for the suite; README.md says how it does.
"""

import base64
import json
import os
import sys
import time

import requests

URL = os.environ["ALIGN_URL"] + "/rest/align/api/2"
CLOCK = os.environ.get("ALIGN_CLOCK")
TIMEOUT = float(os.environ.get("ALIGN_TIMEOUT", "30"))
PAGE = 100


class Failure(Exception):
    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


session = requests.Session()
TOKEN = os.environ["ALIGN_TOKEN"]
if "ALIGN_EMAIL" in os.environ:
    pair = base64.b64encode(f"{os.environ['ALIGN_EMAIL']}:{TOKEN}".encode()).decode()
    session.headers["Authorization"] = "Basic " + pair
else:
    session.headers["Authorization"] = "Bearer " + TOKEN


def wait(seconds):
    """Where time is virtual, the site's clock is turned instead of waiting."""
    if CLOCK:
        requests.put(CLOCK, json={"advance": f"PT{seconds}S"}, timeout=10).raise_for_status()
    else:
        time.sleep(seconds)


def call(method, path, **options):
    attempts = 3 if method == "GET" else 1
    for attempt in range(1, attempts + 1):
        try:
            response = session.request(method, URL + path, timeout=TIMEOUT, allow_redirects=False, **options)
        except requests.RequestException as error:
            if attempt == attempts:
                raise Failure(0, f"no answer: {error}") from error
            continue
        if response.status_code == 429:
            wait(int(response.headers.get("Retry-After", 60)))
            return call(method, path, **options)
        if response.status_code >= 500 and attempt < attempts:
            continue
        break
    if not response.ok or response.is_redirect:  # of a redirected write requests would make a GET
        raise Failure(response.status_code, f"{response.status_code}: {response.text}")
    return response


def as_json(response):
    try:
        return response.json()
    except requests.JSONDecodeError as error:
        raise Failure(0, f"the answer is no JSON: {error}") from error


def literal(value):
    if value is None:
        return "null"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return str(value)


def list_all(task):
    terms = [task["filter"]] if "filter" in task else []
    terms += [f"{field} eq {literal(value)}" for field, value in task.get("where", {}).items()]
    if task.get("live"):
        terms += ["isRecycled ne 1", "isCanceled ne 1"]
    params = {"$top": PAGE, "$skip": 0}
    if terms:
        params["$filter"] = " and ".join(f"({term})" for term in terms)
    if "select" in task:
        params["$select"] = ",".join(task["select"])
    if "orderby" in task:
        params["$orderby"] = task["orderby"]
    if task.get("expand"):
        params["expand"] = "true"
    rows = []
    while True:
        page = as_json(call("GET", "/" + task["resource"], params=params))
        rows += page
        if len(page) < PAGE:
            return rows
        params["$skip"] += PAGE


def create(task):
    answer = as_json(call("POST", "/" + task["resource"], json=task["record"]))
    return answer["id"] if isinstance(answer, dict) else answer


def patch(task):
    operations = [{"op": "replace", "path": "/" + field, "value": value} for field, value in task["changes"].items()]
    call(
        "PATCH",
        f"/{task['resource']}/{task['id']}",
        data=json.dumps(operations),
        headers={"Content-Type": "application/json-patch+json"},
    )


def delete(task):
    call("DELETE", f"/{task['resource']}/{task['id']}")


OPERATIONS = {
    "delete": delete,
    "list": list_all,
    "get": lambda task: as_json(call("GET", f"/{task['resource']}/{task['id']}")),
    "whoami": lambda task: as_json(call("GET", "/Users/whoami")),
    "create": create,
    "replace": lambda task: call("PUT", f"/{task['resource']}/{task['id']}", json=task["record"]) and None,
    "patch": patch,
}


def perform(task):
    try:
        return {"ok": True, "value": OPERATIONS[task["operation"]](task)}
    except Failure as failure:
        return {"ok": False, "status": failure.status, "message": str(failure)}


task = json.loads(os.environ["ALIGN_TASK"])
if task["operation"] == "batch":
    report = {"results": [perform(each) for each in task["tasks"]]}
else:
    report = perform(task)
json.dump(report, sys.stdout)
