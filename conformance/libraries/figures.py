"""What a run says of a library by requirement: whether it is met, and the number that shows it."""

import pathlib
import re

import yaml

SCENARIOS = pathlib.Path(__file__).parent.parent / "scenarios"
SLOW_ANSWER = 5  # seconds that one call may take on a machine that does much besides
OK = {"passed": "met", "failed": "missed", "not exercised": "not tried", "skipped": "not tried"}


def fault_key(fault, port):
    effect = fault["effect"]
    location = effect.get("location", "").replace(f":{port}/", ":{port}/")
    location = re.sub(r":\d+/", ":{otherPort}/", location)
    return effect["type"], effect.get("code", 307 if effect["type"] == "redirect" else None), bool(effect.get("chunked")), location


def tasks_of(scenario):
    return [
        {key: value for key, value in task.items() if key != "times"}
        for task in scenario["do"]
        for _ in range(task.get("times", 1))
    ]


def scenarios():
    return {path.stem: yaml.safe_load(path.read_text()) for path in SCENARIOS.glob("*.yaml")}


def fits(scenario, seen):
    tasks = seen["task"].get("tasks", [seen["task"]])
    site = scenario.get("site", {})
    wanted = str(site.get("rateLimit", "off")), bool(site.get("retryAfter"))
    found = seen["settings"]["rate-limit"], seen["settings"]["retry-after"] == "on"
    if tasks != tasks_of(scenario) or wanted != found:
        return False
    port = seen["url"].rsplit(":", 1)[1].split("/")[0]
    return [fault_key(each, port) for each in site.get("faults", [])] == [fault_key(each, port) for each in seen["faults"]]


def counted(seen, method):
    calls = [each["request"]["method"] for each in seen["requests"]["requests"]]
    return sum(1 for each in calls if each == method)


def plural(number, word):
    many = "es" if word == "PATCH" else "s"
    return f"{number} {word}" + ("" if number == 1 else many)


METHODS = {"create": "POST", "patch": "PATCH", "delete": "DELETE", "get": "GET", "list": "GET"}


def last_task(seen):
    return seen["task"].get("tasks", [seen["task"]])[-1]


def last_report(seen):
    report = seen["report"] or {}
    return report.get("results", [report])[-1]


def waits(seen):
    limit = seen["settings"]["rate-limit"]
    block = int(limit.rsplit(":", 1)[1])
    calls = len(seen["requests"]["requests"]) - len(seen["task"].get("tasks", [0])) + 1
    took = int(last_report(seen).get("took", 0) + 0.3)
    if calls == 1 and took < SLOW_ANSWER:
        took = 0
    return f"{plural(calls, 'call')}, waited {took} of {block} s"


def figure(requirement, name, seen):
    """The number of one scenario."""
    if requirement.startswith("RATE"):
        return waits(seen)
    if requirement in ("ERR-09", "WRITE-22"):
        report = last_report(seen)
        if not report.get("ok"):
            return "an error"
        return f"believes {report['value']}" if requirement == "WRITE-22" else "believes the half"
    if requirement == "NET-10":
        calls = [each["request"]["method"] for each in seen["requests"]["requests"]]
        return ", ".join(calls) + (", an error" if not last_report(seen).get("ok") else "")
    if requirement == "NET-08":
        return plural(len(seen["requests"]["requests"]), "call")
    method = METHODS[last_task(seen)["operation"]]
    number = counted(seen, method)
    if method == "GET" and "tasks" in seen["task"]:
        number -= len(seen["task"]["tasks"]) - 1
    return plural(number, method)


def figures(report, witnessed):
    """`met: 1 POST`, `missed: 2 POSTs (post-on-a-used-connection)` by requirement."""
    known = scenarios()
    made = {}
    unfinished = [each for each in witnessed if each["report"] is None and each["err"].startswith("not done")]
    for requirement in report["requirements"]:
        own = {name: each for name, each in known.items() if each["judges"] == requirement["id"]}
        missed = {each["scenario"] for each in requirement.get("failures", [])}
        by_figure = {}
        for name in sorted(own):
            if requirement["state"] == "failed" and name not in missed:
                continue
            for seen in (each for each in witnessed if fits(own[name], each)):
                by_figure.setdefault(figure(requirement["id"], name, seen), []).append(name)
        if requirement["id"].startswith("RATE") and any(fits(each, seen) for each in own.values() for seen in unfinished):
            made[requirement["id"]] = "not tried: it still waits when it is ended after 50 s"
            continue
        parts = [text + (f" ({', '.join(names)})" if len(own) > 1 and requirement["state"] == "failed" else "") for text, names in by_figure.items()]
        made[requirement["id"]] = f"{OK[requirement['state']]}: {'; '.join(dict.fromkeys(parts)) or '-'}"
    return made
