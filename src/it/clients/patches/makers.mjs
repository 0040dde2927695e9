// The makers of patches, each in the version that package.json, the pom or the line below names. A maker that the machine cannot run is undefined.
import { join } from 'node:path';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { each, inNode, program } from './pairs.mjs';

const PYTHON = '1.33';
const programs = fileURLToPath(new URL('../programs/', import.meta.url));

function python(work, run) {
  const folder = join(work, 'python');
  const name = `jsonpatch==${PYTHON}`;
  if (!existsSync(folder) && !run('python3', ['-m', 'pip', 'install', '-q', '--target', folder, name]).ok) return undefined;
  return program('python3', [join(programs, 'patches.py')], { env: { ...process.env, PYTHONPATH: folder } });
}

function java(work, run, need) {
  const out = join(work, 'java-patches');
  const path = join(out, 'classpath');
  const source = join(programs, 'java-patches');
  need(run('mvn', ['-B', '-q', '-f', join(source, 'pom.xml'), 'dependency:build-classpath', `-Dmdep.outputFile=${path}`]), 'class path');
  const classes = readFileSync(path, 'utf8').trim();
  need(run('javac', ['-d', out, '-cp', classes, join(source, 'Patches.java')]), 'Patches.java');
  return name => program('java', ['-cp', `${out}:${classes}`, 'Patches', name]);
}

function pinned(artifact) {
  const pom = readFileSync(join(programs, 'java-patches/pom.xml'), 'utf8');
  return new RegExp(`<artifactId>${artifact}</artifactId>\\s*<version>([^<]+)`).exec(pom)[1];
}

/** Name to version, language and the function from pairs to patches. */
export async function makers(work, version, run, need) {
  const made = Object.entries(await inNode(work)).map(([name, make]) => ({ name, language: 'JavaScript', version: version(name.split(',')[0]), make: each(make) }));
  const inJava = java(work, run, need);
  return [
    ...made,
    { name: 'jsonpatch', language: 'Python', version: PYTHON, make: python(work, run) },
    { name: 'json-patch (java-json-tools)', language: 'Java', version: pinned('json-patch'), make: inJava('json-patch') },
    { name: 'zjsonpatch', language: 'Java', version: pinned('zjsonpatch'), make: inJava('zjsonpatch') },
  ];
}
