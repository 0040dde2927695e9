import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';

import { ControlError, Emulator } from 'jira-align-emulator';

const JAR = process.env.ALIGN_JAR;
/** A machine may be busy; only what never ends is a failure. */
const PATIENCE = { timeout: 600_000 };
const MONDAY = '2026-01-05T09:00:00Z';

describe('A sandbox', async () => {
  const emulator = await Emulator.find({ settings: { fixtures: 'minimal' } });
  let site;

  after(() => emulator.stop());
  beforeEach(async () => {
    site = await emulator.newSandbox({ fixtures: 'minimal', clock: new Date(MONDAY), pageCap: 5, labels: { of: 'node' } });
  });
  afterEach(() => site.close());

  const get = (path, persona = 'super-admin') =>
    fetch(site.apiUrl + path, { headers: { Authorization: `Bearer ${site.token(persona)}` } });

  it('is a site of its own with tokens for its personas', async () => {
    assert.equal((await get('/regions', 'read-only')).status, 200);
    assert.equal((await get('/regions', 'super-admin')).status, 200);
    assert.throws(() => site.token('nobody'), /has no persona nobody; it has .*super-admin/);
    assert.ok((await emulator.sandboxes()).some(({ name }) => name === site.name));
    assert.equal((await emulator.sandbox(site.name)).baseUrl, site.baseUrl);
  });

  it('holds what is seeded, tells what changed, and forgets it with a reset', async () => {
    const [north, south] = await site.seed('Regions', [{ name: 'North' }, { name: 'South' }]);
    assert.equal((await site.world.get('Regions', south)).name, 'South');
    assert.equal((await (await get('/regions')).json()).length, (await site.world.all('Regions')).length);
    await site.snapshots.put('before');
    await site.world.merge({ Regions: [{ id: north, name: 'Far north' }] });
    const [{ resource, id, kind, fields }] = await site.world.changes('before');
    assert.deepEqual([resource, id, kind], ['Region', north, 'changed']);
    assert.deepEqual(fields.name, { before: 'North', after: 'Far north' });
    assert.match(await site.world.changesText('before'), /Far north/);
    await site.snapshots.restore('before');
    assert.deepEqual(await site.world.changes('before'), []);
    assert.deepEqual((await site.snapshots.all()).map(({ name }) => name), ['before']);
    await site.snapshots.delete('before');
    await site.reset();
    assert.deepEqual(await site.world.changes(), []);
    assert.equal((await site.world.integrity()).whole, true);
  });

  it('has a clock that stands still, turns and runs on', async () => {
    assert.deepEqual(await site.clock.now(), new Date(MONDAY));
    await site.clock.advance(61.5);
    assert.deepEqual(await site.clock.now(), new Date('2026-01-05T09:01:01.500Z'));
    await site.clock.advance('P1D');
    await site.clock.freeze(new Date('2026-02-01T00:00:00Z'));
    assert.deepEqual(await site.clock.state(), { now: '2026-02-01T00:00:00Z', frozen: true });
    await site.clock.set(MONDAY);
    await site.clock.resume();
    assert.equal((await site.clock.state()).frozen, false);
  });

  it('goes wrong on purpose', async () => {
    const id = await site.faults.add({ type: 'status', code: 503 }, { path: '/regions', nth: 2 }, 'the second');
    assert.deepEqual([(await get('/regions')).status, (await get('/regions')).status], [200, 503]);
    assert.equal((await site.faults.get(id)).hits, 1);
    await site.faults.remove(id);
    await site.faults.add({ type: 'tooManyRequests' });
    assert.equal((await get('/regions')).status, 429);
    assert.equal((await site.faults.all()).length, 1);
    await site.faults.clear();
    assert.equal((await get('/regions')).status, 200);
  });

  it('blocks who calls too often', async () => {
    await site.rateLimit.set('1/60:60');
    assert.deepEqual([(await get('/regions')).status, (await get('/regions')).status], [200, 429]);
    await site.rateLimit.reset();
    assert.equal((await get('/regions')).status, 200);
    const { limit, addresses } = await site.rateLimit.state();
    assert.deepEqual([limit, addresses.length], ['1/60:60', 1]);
    await site.rateLimit.block('127.0.0.1');
    await site.rateLimit.unblock('127.0.0.1');
  });

  it('knows what was called', async () => {
    await get('/regions?$top=1');
    await get('/regions/4711', 'read-only');
    await site.requests.verify({ method: 'GET', path: '/regions/*', status: 404, persona: 'read-only', count: 1 });
    await site.requests.verify({ method: 'DELETE', count: 0 });
    await site.requests.verify({ path: '/regions/**', count: { atLeast: 1, atMost: 2 }, within: 5 });
    await assert.rejects(site.requests.verify({ path: '/regions', status: 500 }), (error) => {
      assert.equal(error.code, 'ERR_ASSERTION');
      assert.match(error.message, /\/regions\?\$top=1/);
      return true;
    });
    assert.equal(await site.requests.count(), 2);
    assert.deepEqual((await site.requests.all()).map(({ response }) => response.status), [200, 404]);
    assert.equal((await site.requests.get(1)).request.query, '$top=1');
    assert.match(await site.requests.text(), /4711/);
    assert.equal((await site.requests.har()).log.entries.length, 2);
    assert.equal((await site.requests.verdicts()).unjudged, '');
    await site.requests.clear();
    assert.equal(await site.requests.count(), 0);
  });

  it('tells every call that follows until nobody listens', PATIENCE, async () => {
    await get('/regions/1');
    const told = [];
    let hear;
    const following = await site.requests.follow((exchange) => {
      told.push(exchange);
      hear?.();
    });
    const two = new Promise((heard) => (hear = () => told.length === 2 && heard()));
    await get('/regions/4711');
    await get("/regions?$filter=name eq 'Grüße'");
    await two;
    assert.deepEqual(told.map(({ response }) => response.status), [404, 200]);
    assert.match(told[1].request.query, /Gr/);
    await following.close();
    await get('/regions/1');
    assert.equal(await site.requests.count(), 4);
    assert.equal(told.length, 2);
    let wrong;
    const thrown = new Promise((heard) => {
      wrong = site.requests.follow(() => {
        heard();
        throw new Error('of the listener');
      });
    });
    const broken = await wrong;
    await get('/regions/1');
    await thrown;
    await assert.rejects(broken.close(), /of the listener/);
  });

  it('has settings, users and rules', async () => {
    await site.set({ pageCap: 7 });
    assert.equal((await site.settings())['page-cap'], '7');
    const { decision } = await site.access(1, 'GET', '/regions');
    assert.equal(decision, 'allowed');
    const token = await site.newToken(1);
    const answer = await fetch(`${site.apiUrl}/regions`, { headers: { Authorization: `Bearer ${token}` } });
    assert.equal(answer.status, 200);
    assert.ok(Array.isArray(await site.reliedOn()));
  });

  it('is refused with the sentence of the server', async () => {
    const mistake = (status, sentence) => (error) =>
      error instanceof ControlError && error.status === status && sentence.test(error.message);
    await assert.rejects(emulator.newSandbox({ fixture: 'demo' }), mistake(400, /did you mean.*fixtures/));
    await assert.rejects(site.faults.add({ type: 'state' }), mistake(400, /status/));
    await assert.rejects(site.world.get('Regions', 4711), mistake(404, /4711/));
    await assert.rejects(Emulator.connect('http://127.0.0.1:1').sandboxes(), mistake(0, /does not answer/));
  });

  it('ends with its label, or when it is disposed of', async () => {
    await emulator.endSandboxes('of', 'node');
    await assert.rejects(site.requests.count(), ControlError);
    site = await emulator.newSandbox();
    const other = await emulator.newSandbox();
    await other[Symbol.asyncDispose]();
    await assert.rejects(other.requests.count(), ControlError);
  });
});

describe('A server', { skip: JAR ? false : 'ALIGN_JAR names no jar' }, () => {
  const parent = (body) =>
    spawn(process.execPath, ['--input-type=module', '--eval', `import { Emulator } from 'jira-align-emulator'; ${body}`], {
      cwd: import.meta.dirname ?? new URL('.', import.meta.url).pathname,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  const START = `const { url } = await Emulator.start({ settings: { fixtures: 'empty' } }); console.log(url);`;

  const firstLine = async (child) => {
    for await (const line of createInterface({ input: child.stdout })) return line;
  };

  const ended = async (url) => {
    const emulator = Emulator.connect(url);
    for (;;) {
      try {
        await emulator.sandboxes();
      } catch {
        return;
      }
      await setTimeout(20);
    }
  };

  it('ends when the process is killed that started it', PATIENCE, async () => {
    const killed = parent(`${START} setInterval(() => {}, 1000);`);
    const url = await firstLine(killed);
    assert.equal((await Emulator.connect(url).sandboxes()).length, 1);
    killed.kill('SIGKILL');
    await ended(url);
  });

  it('keeps nobody alive who forgets to stop it', PATIENCE, async () => {
    await ended(await firstLine(parent(START)));
  });

  it('stops, and says why it does not start', PATIENCE, async () => {
    const emulator = await Emulator.start({ jar: JAR, settings: { fixtures: 'empty', metrics: false, controlToken: 'x y' } });
    await emulator.newSandbox();
    await assert.rejects(Emulator.connect(emulator.url).newSandbox(), { name: 'ControlError', status: 401 });
    await emulator.stop();
    await emulator.stop();
    await assert.rejects(emulator.newSandbox(), { name: 'ControlError', status: 0 });
    await assert.rejects(Emulator.start({ settings: { fixtures: 'nowhere' } }), /exit code 2: Fixtures 'nowhere' cannot/);
    await assert.rejects(Emulator.start({ settings: { fixture: 'demo' } }), /did you mean --fixtures/);
  });

  it('is a container where an image is named', PATIENCE, async () => {
    const docker = join(await mkdtemp(join(tmpdir(), 'docker-')), 'docker');
    await writeFile(docker, FAKE_DOCKER);
    await chmod(docker, 0o755);
    const emulator = await Emulator.start({ image: 'jira-align-emulator', docker, settings: { fixtures: 'empty' } });
    assert.equal((await emulator.sandboxes()).length, 1);
    await emulator.stop();
  });
});

/** Takes the two commands that are sent to docker, and runs the jar where docker would run the image. */
const FAKE_DOCKER = `#!/usr/bin/env bash
set -eu
port=$(dirname "$0")/port
if [ "$1" = port ]; then cat "$port"; exit; fi
[ "\${*:1:4} \${*:6:3}" = "run --rm -i --name -p 127.0.0.1::8080 jira-align-emulator" ]
java -jar "$ALIGN_JAR" --port=0 "\${@:9}" | while read -r line; do
  case $line in "listening on "*) echo "\${line#listening on http://}" > "$port"; line="listening on http://0.0.0.0:8080";; esac
  echo "$line"
done
`;
