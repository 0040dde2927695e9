"""Runs the libraries and writes docs/libraries.md; `run` beside it says how it is called."""

import glob
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import page
from figures import figures

HERE = pathlib.Path(__file__).parent.resolve()
WORK = pathlib.Path(os.environ["ALIGN_LIBRARIES"]).resolve()
# a jar, or a class path for whoever works on the emulator
EMULATOR = ["-cp", os.environ["ALIGN_CLASS_PATH"], "io.alignemulator.Main"] if "ALIGN_CLASS_PATH" in os.environ else ["-jar", os.environ["ALIGN_JAR"]]
QUICK = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"]
JSON_OF_JAVA = "org.json:json:20260814"
LONGEST_RUN = 1800
INSTALLING = threading.Lock()


class NotHere(Exception):
    """What a library needs is not installed on this machine."""


def call(words, cwd=None):
    done = subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False, timeout=600)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, words))}: {done.stdout[-1500:]}{done.stderr[-1500:]}")
    return done.stdout


def installed(kind, key, install):
    """A folder for what is installed, filled once."""
    folder = WORK / kind / hashlib.sha1(json.dumps(key).encode()).hexdigest()[:12]
    with INSTALLING:
        if not (folder / "done").exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            install(folder)
            (folder / "done").touch()
    return folder


def jdk(version):
    home = os.environ.get(f"JAVA_HOME_{version}")
    found = [home] if home else sorted(glob.glob(f"/usr/lib/jvm/*{version}*"))
    for each in found:
        if pathlib.Path(each, "bin", "java").exists():
            return pathlib.Path(each, "bin")
    raise NotHere(f"no JDK {version}: name it in JAVA_HOME_{version}")


def of_java(library):
    packages = [*library.get("packages", []), JSON_OF_JAVA]

    def jars(folder):
        exclusions = "".join(
            f"<exclusion><groupId>{group}</groupId><artifactId>{artifact}</artifactId></exclusion>"
            for group, artifact in (each.split(":") for each in library.get("exclude", []))
        )
        dependencies = ""
        for each in packages:
            group, artifact, version = each.split(":")
            dependencies += (
                f"<dependency><groupId>{group}</groupId><artifactId>{artifact}</artifactId><version>{version}</version>"
                f"<exclusions>{exclusions}</exclusions></dependency>"
            )
        (folder / "pom.xml").write_text(
            '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>library</groupId>'
            f"<artifactId>library</artifactId><version>1</version><dependencies>{dependencies}</dependencies></project>"
        )
        call(["mvn", "-B", "-q", "-ntp", "dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory=jars"], folder)

    jar_folder = installed("jars", packages, jars) / "jars"
    sources = [HERE / "java" / f"{name}.java" for name in ["Bare", *library.get("sources", [library["adapter"]])]]
    texts = [source.read_text() for source in sources]
    compiler = jdk(library.get("jdk", 17))
    classes = installed(
        "classes",
        [packages, texts, str(compiler)],
        lambda folder: call([compiler / "javac", "-nowarn", "-encoding", "UTF-8", "-cp", f"{jar_folder}/*", "-d", folder, *sources]),
    )
    return [str(compiler / "java"), *QUICK, "-cp", f"{classes}:{jar_folder}/*", "Bare", library["adapter"]], {}


def of_node(library):
    def install(folder):
        (folder / "package.json").write_text('{"private": true}')
        if library.get("packages"):
            call(["npm", "install", "--no-audit", "--no-fund", "--silent", *library["packages"]], folder)

    folder = installed("node", library.get("packages", []), install)
    for source in (HERE / "node").glob("*.mjs"):
        shutil.copy(source, folder)
    return ["node", str(folder / "bare.mjs"), library["adapter"]], {}


def of_python(library):
    """From its package, or, where an interpreter is named, as a distribution installs it for that one."""
    bare = [str(HERE / "python" / "bare.py"), library["adapter"]]
    python = library.get("interpreter")
    if python:
        known = subprocess.run([python, "-c", f"import {library['adapter']} as it; print(it.__version__)"], capture_output=True, text=True, check=False)
        if known.stdout.strip() != str(library["version"]):
            raise NotHere(f"{python} has no {library['adapter']} {library['version']}")
        return [python, *bare], {}

    def install(folder):
        if library.get("packages"):
            call([sys.executable, "-m", "pip", "install", "-q", "--target", folder, *library["packages"]])

    folder = installed("python", library.get("packages", []), install)
    return [sys.executable, *bare], {"PYTHONPATH": str(folder)}


def of_shell(library):
    tool, *options = library["adapter"].split()
    found = shutil.which(tool)
    if not found:
        raise NotHere(f"no {tool}")
    version = re.search(r"\d+\.\d+(\.\d+)?", call([found, "--version"]))[0]
    if version != str(library["version"]):
        raise NotHere(f"{tool} is {version} here")
    return ["bash", str(HERE / "shell" / "bare.sh"), tool, *options], {}


def of_go(library):
    found = shutil.which("go")
    if not found:
        raise NotHere("no go")
    version = re.search(r"go(\d+\.\d+(\.\d+)?)", call([found, "version"]))[1]
    if version != str(library["version"]):
        raise NotHere(f"go is {version} here")
    source = HERE / "go" / "main.go"
    folder = installed("go", [version, source.read_text()], lambda made: call([found, "build", "-o", made / "bare", source]))
    return [str(folder / "bare")], {}


KINDS = {"java": of_java, "javascript": of_node, "python": of_python, "shell": of_shell, "go": of_go}


def judged(name, library):
    """State and figure by requirement."""
    words, environment = KINDS[library["language"]](library)
    folder = WORK / "runs" / name
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "seen").mkdir(parents=True)
    (folder / "command.json").write_text(json.dumps({"words": words, "environment": environment}))
    only = ",".join(page.requirements())
    subprocess.run(
        ["java", *QUICK, *EMULATOR, "conformance", "run", "--client", f"{sys.executable} -S {HERE / 'witness.py'} {folder}",
         "--only", only, "--capabilities", "read,create,replace,patch,delete", "--report", folder / "report"],
        stdout=subprocess.DEVNULL, stderr=(folder / "progress.txt").open("w"), timeout=LONGEST_RUN, check=False,
    )
    report = json.loads((folder / "report" / "report.json").read_text())
    return figures(report, [json.loads(each.read_text()) for each in (folder / "seen").glob("*.json")])


def differences(library, measured):
    expected = library.get("expected", {})
    for requirement, found in measured.items():
        told = str(expected.get(requirement, "nothing"))
        if page.comparable(told) != page.comparable(found):
            yield f"{requirement}: expected {told}, found {found}"


def accept(file, measured):
    """Writes what was found into the data file, behind what is written by hand."""
    text = file.read_text().split("expected:\n")[0]
    file.write_text(text + "expected:\n" + "".join(f'  {requirement}: "{found}"\n' for requirement, found in measured.items()))


def main(arguments):
    if "--page" in arguments:
        page.write({})
        return
    wanted = [each for each in arguments if not each.startswith("--")]
    known = page.data()
    unknown = set(wanted) - set(known)
    if unknown:
        sys.exit(f"There is no library {', '.join(sorted(unknown))}")
    accepts = "--accept" in arguments
    red = []
    results = {}

    def one(name):
        try:
            measured = judged(name, known[name])
        except NotHere as reason:
            print(f"{name}: not run: {reason}", flush=True)
            return
        except Exception as error:  # one library that cannot be installed keeps no other from being judged
            red.append(f"{name}: {error}")
            print(red[-1], flush=True)
            return
        results[name] = measured
        found = [] if accepts else list(differences(known[name], measured))
        if accepts:
            accept(HERE / "data" / f"{name}.yaml", measured)
        red.extend(f"{name} {each}" for each in found)
        print(f"{name}: " + ("; ".join(found) or ("written down" if accepts else "as expected")), flush=True)

    with ThreadPoolExecutor(int(os.environ.get("ALIGN_PARALLEL", "1"))) as threads:
        list(threads.map(one, wanted or known))
    page.write(results)
    if red:
        print("Not as expected:", *red, sep="\n  ", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
