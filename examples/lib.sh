# Shared by the run scripts, which source it: it moves to the folder of the example and tells what is missing.
set -euo pipefail

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$(dirname "${BASH_SOURCE[1]}")"
example=${PWD#"$repository"/}
example=${example#examples/}

skip() {
  echo "SKIPPED $example: $1"
  exit 0
}

need() {
  command -v "$1" >/dev/null || skip "$1 is not installed"
}

jar=$repository/target/jira-align-emulator.jar

# The server named by ALIGN_URL, else the jar named by ALIGN_JAR, else the jar of this repository, which is built when it is missing.
need_emulator() {
  if [ -n "${ALIGN_URL:-}" ]; then return; fi
  need java
  if [ -n "${ALIGN_JAR:-}" ]; then return; fi
  if [ ! -f "$jar" ]; then
    need mvn
    echo "Building the emulator" >&2
    (cd "$repository" && mvn -B -q -ntp -DskipTests package)
  fi
  export ALIGN_JAR=$jar
}

# The artifacts in the local Maven repository, as this repository is now. ALIGN_INSTALLED says that they are there already.
need_artifacts() {
  need java
  need mvn
  if [ -n "${ALIGN_INSTALLED:-}" ]; then return; fi
  echo "Installing the emulator" >&2
  (cd "$repository" && mvn -B -q -ntp -DskipTests -Dinvoker.skip install)
}

need_node() {
  need node
  [ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || skip "node is older than version 20"
}

# need_python "MODULE, MODULE": when python3 lacks one of them, what requirements.txt names is installed in .venv beside it.
need_python() {
  need python3
  if python3 -c "import $1" 2>/dev/null; then return; fi
  if ! python3 -m venv .venv >&2; then
    rm -rf .venv
    skip "python3 lacks one of the modules $1 and cannot make a venv for them"
  fi
  PATH=$PWD/.venv/bin:$PATH
  python3 -c "import $1" 2>/dev/null || python3 -m pip install --quiet --requirement requirements.txt
}
