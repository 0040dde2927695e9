import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { AlignClient, AlignError } from './align-client.mjs';
import { Emulator } from './emulator.mjs';

const FIRST_ID = 10_001;
const SEEDED = 'id ge 10001';
const PROGRAM = 1; // of the set "minimal"; the persona program-manager is a member of its team

const epics = (count) =>
  Array.from({ length: count }, (_, n) => ({ id: FIRST_ID + n, title: `Epic ${n}`, primaryProgramId: PROGRAM }));

const ids = (records) => records.map((record) => record.id);

const failsWith = (status) => (error) => error instanceof AlignError && error.status === status;

describe('AlignClient', () => {
  let emulator;
  let slept;

  before(async () => {
    emulator = await Emulator.find();
  });
  after(() => emulator?.stop());
  beforeEach(() => {
    slept = [];
  });

  async function newSandbox(test, options) {
    const sandbox = await emulator.newSandbox({ fixtures: 'minimal', clock: '2026-01-05T09:00:00Z', ...options });
    test.after(() => sandbox.delete());
    return sandbox;
  }

  /** A client that turns the clock of the sandbox where it would sleep. */
  function clientOf(persona, sandbox) {
    return new AlignClient(sandbox.siteUrl, sandbox.token(persona), async (seconds) => {
      slept.push(seconds);
      await sandbox.advanceClock(seconds);
    });
  }

  it('lists all pages', async (test) => {
    // arrange
    const sandbox = await newSandbox(test);
    await sandbox.seed({ Epics: epics(250) });
    const client = clientOf('program-manager', sandbox);

    // act
    const listed = await client.list('epics', SEEDED);

    // verify
    assert.deepEqual(ids(listed), ids(epics(250)));
    await sandbox.verifyCalls(3, { method: 'GET', path: '/epics', status: 200 });
  });

  it('creates a feature of an epic', async (test) => {
    // arrange
    const sandbox = await newSandbox(test);
    await sandbox.seed({ Epics: epics(1) });
    const client = clientOf('program-manager', sandbox);
    const feature = { title: 'Search by policy number', primaryProgramId: PROGRAM, parentId: FIRST_ID };

    // act
    const id = await client.create('features', feature);

    // verify
    const { title, primaryProgramId, parentId } = await clientOf('super-admin', sandbox).get('features', id);
    assert.deepEqual({ title, primaryProgramId, parentId }, feature);
    await sandbox.verifyCalls(1, { method: 'POST', path: '/features', persona: 'program-manager', bodyJson: feature });
    const changes = await sandbox.changes('Feature');
    assert.deepEqual(changes.map(({ kind, id }) => ({ kind, id })), [{ kind: 'created', id }]);
  });

  it('renames an epic and nothing else', async (test) => {
    // arrange
    const sandbox = await newSandbox(test);
    await sandbox.seed({ Epics: epics(2) });
    const client = clientOf('program-manager', sandbox);

    // act
    await client.update('epics', FIRST_ID, { title: 'Renamed' });

    // verify
    assert.equal((await clientOf('super-admin', sandbox).get('epics', FIRST_ID)).title, 'Renamed');
    await sandbox.verifyCalls(1, { method: 'PATCH', path: `/epics/${FIRST_ID}`, status: 204 });
    const changes = await sandbox.changes('Epic');
    assert.deepEqual(changes.map(({ kind, id }) => ({ kind, id })), [{ kind: 'changed', id: FIRST_ID }]);
    const { fields } = changes[0];
    assert.deepEqual(fields.title, { before: 'Epic 0', after: 'Renamed' });
    assert.deepEqual(Object.keys(fields).sort(), ['lastUpdatedBy', 'lastUpdatedDate', 'title']);
  });

  it('waits through the block and loses nothing', async (test) => {
    // arrange: ten calls in 60 seconds, then a block of 60 seconds; 1050 epics take eleven
    const sandbox = await newSandbox(test, { rateLimit: '10/60:60' });
    await sandbox.seed({ Epics: epics(1050) });
    const client = clientOf('program-manager', sandbox);

    // act
    const listed = await client.list('epics', SEEDED);

    // verify
    assert.deepEqual(ids(listed), ids(epics(1050)));
    assert.equal(slept.length, 1);
    assert.ok(slept[0] >= 60, `slept ${slept[0]} seconds`);
    await sandbox.verifyCalls(1, { status: 429 });
    const calls = await sandbox.calls();
    assert.deepEqual(calls.map((call) => call.response.status), [...Array(10).fill(200), 429, 200]);
    const [blocked, resumed] = calls.slice(-2).map((call) => Date.parse(call.time));
    assert.ok(resumed - blocked >= 60_000, `resumed after ${resumed - blocked} ms`);
  });

  it('retries a read that failed', async (test) => {
    // arrange
    const sandbox = await newSandbox(test);
    await sandbox.seed({ Epics: epics(150) });
    await sandbox.addFault({ method: 'GET', path: '/epics', nth: 2 }, { type: 'status', code: 503 });
    const client = clientOf('program-manager', sandbox);

    // act
    const listed = await client.list('epics', SEEDED);

    // verify
    assert.deepEqual(ids(listed), ids(epics(150)));
    await sandbox.verifyCalls(1, { method: 'GET', path: '/epics', status: 503 });
    await sandbox.verifyCalls(2, { method: 'GET', path: '/epics', status: 200 });
  });

  it('reports a write that failed and does not repeat it', async (test) => {
    // arrange
    const sandbox = await newSandbox(test);
    await sandbox.seed({ Epics: epics(1) });
    await sandbox.addFault({ method: 'PATCH', path: '/epics/*', nth: 1 }, { type: 'status', code: 503 });
    const client = clientOf('program-manager', sandbox);

    // act
    await assert.rejects(client.update('epics', FIRST_ID, { title: 'Renamed' }), failsWith(503));

    // verify
    await sandbox.verifyCalls(1, { method: 'PATCH' });
    assert.deepEqual(await sandbox.changes('Epic'), []);
  });

  it('reports that a reader may not write', async (test) => {
    // arrange
    const sandbox = await newSandbox(test);
    await sandbox.seed({ Epics: epics(1) });
    const client = clientOf('read-only', sandbox);

    // act
    await assert.rejects(client.update('epics', FIRST_ID, { title: 'Renamed' }), failsWith(403));

    // verify
    await sandbox.verifyCalls(1, { method: 'PATCH', persona: 'read-only', status: 403 });
    assert.deepEqual(await sandbox.changes('Epic'), []);
  });
});
