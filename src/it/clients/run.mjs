// Makes clients from the OpenAPI document with pinned generators, compiles them where a compiler is here, lets each make eight calls on a site of its own; gives a site the patches of the
// public suite and of public makers of patches; and writes docs/clients.md.
//
//   node src/it/clients/run.mjs JAR [NAME ...]      NAME: part of a generator's name, newman or patches
//
// Everything that is made lies below target/clients. Exit 1 when a client that is to be right is not.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { page } from './page.mjs';
import { makers } from './patches/makers.mjs';
import { judged as paired } from './patches/pairs.mjs';
import { site as api } from './patches/api.mjs';
import { suite } from './patches/suite.mjs';
import { collection } from './postman.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../..');
const work = join(root, 'target/clients');
const [jar, ...only] = process.argv.slice(2);
const GENERATOR = '7.25.0';
const CALLS = 8;
// one more than the calls before the last one, the patch being looked at
const LIMIT = '8/60:60';

function run(command, args, options = {}) {
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26, timeout: 1_800_000, ...options });
  const said = `${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}`;
  return { ok: done.status === 0, said };
}

function need(result, what) {
  if (!result.ok) throw new Error(`${what}: ${result.said.slice(-3000)}`);
  return result;
}

function has(command, ...args) {
  return run(command, args).ok;
}

function javaFiles(folder) {
  return readdirSync(folder, { recursive: true }).filter(f => f.endsWith('.java')).map(f => join(folder, f));
}

function generator(name, out, options = [], document = 'document.json') {
  const artifact = `org.openapitools:openapi-generator-cli:${GENERATOR}`;
  const cli = join(work, `openapi-generator-cli-${GENERATOR}.jar`);
  if (!existsSync(cli)) {
    need(run('mvn', ['-B', '-q', 'dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${work}`], { cwd: root }), artifact);
  }
  const parts = 'models,apis,supportingFiles,modelTests=false,apiTests=false,modelDocs=false,apiDocs=false';
  return run('java', ['-jar', cli, 'generate', '-i', join(work, document), '-g', name, '-o', out,
    '--global-property', parts, ...options]);
}

/** A client of openapi-generator's Java templates, compiled with the libraries that its own pom names. */
function java(library) {
  return {
    version: GENERATOR,
    generate: out => generator('java', join(out, 'generated'), ['--library', library]),
    compile(out) {
      const generated = join(out, 'generated');
      need(run('mvn', ['-B', '-q', '-f', join(generated, 'pom.xml'), 'dependency:build-classpath',
        `-Dmdep.outputFile=${join(out, 'classpath')}`, '-Dmdep.includeScope=compile']), 'class path');
      const files = [...javaFiles(join(generated, 'src/main/java')), join(here, 'programs/JavaCalls.java'),
        join(here, `programs/${library}/Clients.java`)];
      writeFileSync(join(out, 'files'), files.map(f => `"${f}"`).join('\n'));
      return run('javac', ['-nowarn', '-proc:none', '-d', join(out, 'classes'), '-cp',
        readFileSync(join(out, 'classpath'), 'utf8').trim(), `@${join(out, 'files')}`]);
    },
    calls: (out, env) => run('java', ['-cp', `${join(out, 'classes')}:${readFileSync(join(out, 'classpath'), 'utf8').trim()}`,
      'JavaCalls'], { env }),
  };
}

/** TypeScript beside its program, compiled strictly and run by this Node. */
function typescript(version, generate, program) {
  return {
    version,
    generate,
    compile(out) {
      for (const file of [program, 'calls.ts']) cpSync(join(here, 'programs', file), join(out, file));
      writeFileSync(join(out, 'tsconfig.json'), JSON.stringify({
        compilerOptions: { strict: true, target: 'es2022', module: 'commonjs', moduleResolution: 'node10', outDir: 'js',
          lib: ['es2022', 'dom', 'dom.iterable'], types: ['node'], skipLibCheck: true, esModuleInterop: true },
        files: [program],
      }));
      return run(tool('tsc'), ['-p', out]);
    },
    calls: (out, env) => run('node', [join(out, 'js', program.replace('.ts', '.js'))], { env }),
  };
}

function tool(name) {
  return join(work, 'node_modules/.bin', name);
}

function version(name) {
  return JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')).dependencies[name];
}

/** Only generated here. */
function other(name) {
  return { version: GENERATOR, generate: out => generator(name, join(out, 'generated')), compile: () => undefined };
}

/** Go calls a field by the name of another one's method; the generator has an option for such names. */
const go = {
  version: GENERATOR,
  generate: out => generator('go', join(out, 'generated'), ['--name-mappings', 'hasNoWork=NoWorkAtAll']),
  compile(out) {
    if (!has('go', 'version')) return undefined;
    const generated = join(out, 'generated');
    cpSync(join(here, 'programs/go'), join(generated, 'calls'), { recursive: true });
    return run('go', ['build', '-o', join(out, 'calls'), './calls'], { cwd: generated });
  },
  calls: (out, env) => run(join(out, 'calls'), [], { env }),
};

/** Kotlin from the 3.0 form: from 3.1 it makes a class without members of the value of a JSON Patch operation. */
const kotlin = {
  version: GENERATOR,
  generate: out => generator('kotlin', join(out, 'generated'), [], 'document-3.0.json'),
  compile: out => run('mvn', ['-B', '-q', '-f', join(here, 'programs/kotlin/pom.xml'), `-Dgenerated=${join(out, 'generated')}`, `-Dout=${join(out, 'built')}`,
    'compile', 'dependency:build-classpath', `-Dmdep.outputFile=${join(out, 'classpath')}`]),
  calls: (out, env) => run('java', ['-cp', `${join(out, 'built/classes')}:${readFileSync(join(out, 'classpath'), 'utf8').trim()}`, 'CallsKt'], { env }),
};

const python = {
  version: GENERATOR,
  generate: out => generator('python', join(out, 'generated')),
  compile: out => (has('python3', '-c', 'import pydantic, urllib3, dateutil; assert pydantic.VERSION >= "2"')
    ? run('python3', ['-m', 'compileall', '-q', join(out, 'generated/openapi_client')])
    : undefined),
  calls: (out, env) => run('python3', [join(here, 'programs/python.py')], { env: { ...env, PYTHONPATH: join(out, 'generated') } }),
};

const CLIENTS = {
  'openapi-generator java, library native': java('native'),
  'openapi-generator java, library okhttp-gson': java('okhttp-gson'),
  'openapi-generator typescript-fetch': typescript(GENERATOR,
    out => generator('typescript-fetch', join(out, 'generated')), 'typescript-fetch.ts'),
  'openapi-generator python': python,
  'openapi-generator go': go,
  'openapi-generator kotlin': kotlin,
  'openapi-generator csharp': other('csharp'),
  'openapi-typescript with openapi-fetch': typescript(`${version('openapi-typescript')}, ${version('openapi-fetch')}`,
    out => run(tool('openapi-typescript'), [join(work, 'document.json'), '-o', join(out, 'generated.d.ts')]), 'openapi-fetch.ts'),
  'hey-api': typescript(version('@hey-api/openapi-ts'),
    out => run(tool('openapi-ts'), ['-i', join(work, 'document.json'), '-o', join(out, 'generated'), '-c', '@hey-api/client-fetch'],
      { cwd: work }), 'hey-api.ts'),
  orval: typescript(version('orval'), out => {
    cpSync(join(here, 'programs/orval-fetch.ts'), join(out, 'orval-fetch.ts'));
    writeFileSync(join(out, 'orval.config.js'), `module.exports = { align: {
      input: ${JSON.stringify(join(work, 'document.json'))},
      output: { client: 'fetch', target: 'generated/client.ts', baseUrl: ${JSON.stringify(site)},
        override: { mutator: { path: './orval-fetch.ts', name: 'alignFetch' } } } } };`);
    return run(tool('orval'), ['--config', 'orval.config.js'], { cwd: out });
  }, 'orval.ts'),
};

/** No connection is kept: what is made and compiled between two calls takes longer than the server waits. */
const ONCE = { headers: { Connection: 'close' } };

let site = '';

async function started() {
  // a jar, or the class path of a build that is not packaged
  const program = jar.endsWith('.jar') && !jar.includes(':') ? ['-jar', jar] : ['-cp', jar, 'io.alignemulator.Main'];
  const server = spawn('java', [...program, '--port=0', '--fixtures=demo'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const chunk of server.stdout) {
    said += chunk;
    const found = /listening on (\S+)/.exec(said);
    if (found) {
      server.stdout.resume();
      site = found[1].replace(/\/$/, '');
      return server;
    }
  }
  throw new Error(`the server did not start: ${said}`);
}

/** A site of its own, so that no client sees what another did. */
async function sandbox(settings) {
  const answer = await fetch(`${site}/_emulator/sandboxes`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...ONCE.headers },
    body: JSON.stringify({ fixtures: 'demo', ...settings }),
  });
  const made = await answer.json();
  if (answer.status !== 201) throw new Error(JSON.stringify(made));
  return made.tokens['super-admin'] ?? Object.values(made.tokens)[0];
}

async function judged(name, client) {
  const out = join(work, name.replace(/[^a-z0-9-]+/g, '-'));
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const row = { name, version: client.version, generates: false, compiles: undefined, right: undefined, wrong: [] };
  const made = client.generate(out);
  row.generates = made.ok;
  const compiled = made.ok ? client.compile(out) : undefined;
  row.compiles = compiled?.ok;
  let said = `${made.ok ? '' : made.said}${compiled && !compiled.ok ? compiled.said : ''}`;
  if (compiled?.ok && client.calls) {
    const env = { ...process.env, ALIGN_URL: site, ALIGN_TOKEN: await sandbox({ rateLimit: LIMIT }) };
    const called = client.calls(out, env);
    const lines = called.said.split('\n');
    row.right = lines.filter(line => line.startsWith('right ')).length;
    row.wrong = lines.filter(line => line.startsWith('WRONG '));
    said += called.said;
  }
  writeFileSync(join(out, 'said.txt'), said);
  const isWrong = !row.generates || row.compiles === false || (row.right !== undefined && row.right !== CALLS);
  console.log(`${name}: generates ${row.generates}, compiles ${row.compiles}, calls ${row.right} ${row.wrong.join('; ')}`);
  if (isWrong) console.log(said.slice(-1500));
  return { ...row, isWrong };
}

/** The public suite of JSON Patch, and pairs of records by every maker of patches. */
async function patched() {
  const cases = await suite(work, api(site, await sandbox({ rateLimit: 'off' })));
  const made = [];
  for (const { make, ...maker } of await makers(work, version, run, need)) {
    made.push({ ...maker, ...(make ? await paired(maker.name, make, api(site, await sandbox({ rateLimit: 'off' }))) : {}) });
  }
  return { cases, makers: made, isWrong: cases.some(each => each.outcome === 'wrong') || made.some(maker => maker.wrong?.length) };
}

mkdirSync(work, { recursive: true });
cpSync(join(here, 'package.json'), join(work, 'package.json'));
if (!existsSync(join(work, 'node_modules/rfc6902'))) need(run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: work }), 'npm install');
const server = await started();
try {
  const read = async form => (await fetch(`${site}/rest/align/api/docs/v2/swagger.json${form}`, ONCE)).text();
  const document = await read('');
  writeFileSync(join(work, 'document.json'), document);
  writeFileSync(join(work, 'document-3.0.json'), await read('?openapi=3.0'));
  const rows = [];
  for (const [name, client] of Object.entries(CLIENTS)) {
    if (!only.length || only.some(each => name.includes(each))) rows.push(await judged(name, client));
  }
  let newman;
  if (!only.length || only.includes('newman')) newman = await collection(work, document, site, await sandbox({ rateLimit: 'off' }));
  let patches;
  if (!only.length || only.includes('patches')) patches = await patched();
  // who asks for some only keeps what the others did last
  const results = join(work, 'results.json');
  const last = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : { rows: [] };
  const known = Object.keys(CLIENTS).flatMap(name => [...rows, ...last.rows].find(row => row.name === name) ?? []);
  const all = { rows: known, newman: newman ?? last.newman, patches: patches ?? last.patches };
  writeFileSync(results, JSON.stringify(all, null, 1));
  if (all.newman && all.patches && known.length === Object.keys(CLIENTS).length) {
    writeFileSync(join(root, 'docs/clients.md'), page(all.rows, all.newman, all.patches, version));
  }
  process.exitCode = rows.some(row => row.isWrong) || newman?.unexpected.length || patches?.isWrong ? 1 : 0;
} finally {
  server.kill();
}
