"""The data files, and docs/libraries.md that is made from them and from what the last run found."""

import pathlib
import re

import yaml

HERE = pathlib.Path(__file__).parent.resolve()
DOCUMENT = HERE.parent.parent / "docs" / "libraries.md"
BEGIN, END = "<!-- generated from conformance/libraries: begin -->", "<!-- generated from conformance/libraries: end -->"

DOUBLES = ["NET-03", "NET-04", "NET-05", "NET-09", "NET-11"]
HIDES = ["ERR-09", "WRITE-22", "NET-10", "NET-08", "AUTH-03", "DATA-04"]
WAITS = ["RATE-01", "RATE-02", "RATE-03", "RATE-04", "RATE-07"]
CAN = ["NET-01", "NET-02", "NET-07", "NET-06"]

WORDS = {
    "post-after-break": "fresh connection",
    "post-on-a-used-connection": "used connection",
    "post-after-cut": "answer cut",
    "patch-after-break": "fresh connection",
    "patch-on-a-used-connection": "used connection",
    "cut-off": "with a length",
    "cut-off-in-chunks": "in chunks",
    "cut-id": "with a length",
    "cut-id-in-chunks": "in chunks",
    "create-redirected-by-302": "302 of a POST",
    "create-redirected-by-307": "307 of a POST",
    "create-redirected-to-another-port": "307 of a POST to another port",
    "patch-redirected-by-302": "302 of a PATCH",
    "patch-redirected-to-another-port": "302 of a PATCH to another port",
    "redirect": "another name",
    "redirect-to-another-port": "another port",
    "unicode-written": "POST",
    "unicode-patched": "PATCH",
}
MEANING = {
    "NET-03": "lost answer of a POST",
    "NET-04": "silence after a POST",
    "NET-05": "503 of a POST",
    "NET-09": "lost answer of a PATCH",
    "NET-11": "lost answer of a DELETE, reported as 404",
    "ERR-09": "cut list",
    "WRITE-22": "cut id",
    "NET-10": "redirected write lost",
    "NET-08": "token goes to another host",
    "AUTH-03": "401",
    "DATA-04": "text beyond ASCII",
    "NET-01": "503",
    "NET-02": "cut answer",
    "NET-07": "silence",
    "NET-06": "slow answer",
}


def requirements():
    return [*DOUBLES, *HIDES, *WAITS, *CAN]


def data():
    """All data files by name, in the order of the page."""
    files = {path.stem: yaml.safe_load(path.read_text()) for path in (HERE / "data").glob("*.yaml")}
    languages = ["java", "javascript", "python", "shell", "go"]
    return dict(sorted(files.items(), key=lambda each: (languages.index(each[1]["language"]), each[0])))


def comparable(found):
    """How long a library waits may be left to chance, how often it calls is not."""
    return re.sub(r"waited \d+ of", "waited", found)


def state(found):
    return found.partition(": ")[0]


def number(found):
    text = re.sub(r"\(([^)]*)\)", lambda names: names[0].replace(", ", " and "), found.partition(": ")[2])
    for name, words in sorted(WORDS.items(), key=lambda each: -len(each[0])):
        text = re.sub(rf"(?<![\w-]){name}(?![\w-])", words, text)
    return text


def shown(requirement, found, expected):
    text = f"{requirement} {MEANING.get(requirement, '')}: {number(found)}".replace(" :", ":")
    return text + ("" if comparable(found) == comparable(expected) else f" (expected {expected})")


def missed(library, found, ids):
    lines = [shown(each, found[each], library["expected"].get(each, found[each])) for each in ids if state(found[each]) == "missed"]
    lines += [f"{each} not tried" for each in ids if state(found[each]) == "not tried"]
    return "<br>".join(lines) or "no"


def waiting(found):
    lines = []
    for each, words in (("RATE-01", "nothing said"), ("RATE-03", "Retry-After"), ("RATE-04", "POST"), ("RATE-07", "five minutes")):
        is_missed = state(found[each]) == "missed"
        calls_again = not number(found[each]).startswith("1 call,")
        if is_missed if each == "RATE-07" else calls_again:
            lines.append((f"{each} " if is_missed else "") + f"{words}: {number(found[each])}")
    return "<br>".join(lines) or "no: the 429 comes back at once"


def repeats(found):
    again = [f"{MEANING[each]}: {number(found[each])}" for each in ("NET-01", "NET-02", "NET-07") if state(found[each]) == "met"]
    again += [f"NET-06 slow answer: {number(found['NET-06'])}"] if state(found["NET-06"]) == "missed" else []
    return "<br>".join(again) or "no"


def table(results):
    rows = [
        "| library | version | settings | doubles | hides or loses | waits | reads again | advice |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, library in data().items():
        found = results.get(name) or library.get("expected")
        if not found:
            continue
        library.setdefault("expected", found)
        rows.append(
            f"| [{library['name']}](../conformance/libraries/data/{name}.yaml) | {library['version']} | {library['settings']} "
            f"| {missed(library, found, DOUBLES)} | {missed(library, found, HIDES)} | {waiting(found)} | {repeats(found)} | {library.get('advice', '')} |"
        )
    return rows


def matrix(results):
    ids = requirements()
    rows = ["| library | " + " | ".join(ids) + " |", "|---|" + "---|" * len(ids)]
    signs = {"met": "+", "missed": "**-**", "not tried": " "}
    for name, library in data().items():
        found = results.get(name) or library.get("expected")
        if found:
            rows.append(f"| {library['name']} {library['version']}, {library['settings']} | " + " | ".join(signs[state(found[each])] for each in ids) + " |")
    return rows


def surprises():
    return [f"- {each['name']} {each['version']}: {line}" for each in data().values() for line in each.get("surprises", [])]


def write(results):
    """The part of the page between the markers."""
    facts = yaml.safe_load((HERE / "facts.yaml").read_text())
    lines = ["## Measured", "", *table(results), "", "## Requirement by requirement", "",
             "`+` met, **-** missed, empty: not tried, for the library cannot do it.", "", *matrix(results),
             "", "## What one would not guess", "", *surprises(),
             "", "## .NET", "", facts["about"], "", "| library | fact |", "|---|---|",
             *(f"| {each['library']} | {each['fact']} |" for each in facts["facts"])]
    text = DOCUMENT.read_text()
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    DOCUMENT.write_text(before + BEGIN + "\n" + "\n".join(lines) + "\n" + END + after)
