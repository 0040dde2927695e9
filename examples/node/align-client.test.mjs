import assert from 'node:assert/strict';
import { after, afterEach, test } from 'node:test';
import { Emulator } from 'jira-align-emulator';
import { AlignClient } from './align-client.mjs';

const emulator = await Emulator.find();
const site = await emulator.newSandbox({ fixtures: 'demo', rateLimit: '1/60:60' });
const as = (persona) => new AlignClient(site.baseUrl, site.token(persona), (seconds) => site.clock.advance(seconds));
const client = as('super-admin');
afterEach(() => site.reset());
after(() => site.close().then(() => emulator.stop()));

test('lists all pages', async () =>
  assert.equal((await client.list('features')).length, (await site.world.all('Features')).length));
test('creates a record', async () =>
  assert.equal((await site.world.get('Regions', await client.create('regions', { name: 'Moon' }))).name, 'Moon'));
test('changes a record and nothing else', async () => {
  await client.update('regions', 1, { name: 'Moon' });
  assert.deepEqual((await site.world.changes()).map(({ resource, id }) => [resource, id]), [['Region', 1]]);
});
test('waits out the block', async () => {
  await client.list('features');
  await site.requests.verify({ status: 429 });
});
test('repeats a read that failed', async () => {
  await site.faults.add({ type: 'status', code: 503 }, { nth: 1 });
  assert.equal((await client.list('regions')).length, (await site.world.all('Regions')).length);
});
test('does not repeat a write that failed', async () => {
  await site.faults.add({ type: 'status', code: 503 });
  await assert.rejects(client.create('regions', { name: 'Moon' }), /503/);
  await site.requests.verify({ method: 'POST', count: 1 });
});
test('does not repeat a write whose answer was lost', async () => {
  await site.faults.add({ type: 'closeAfter' });
  await assert.rejects(client.create('regions', { name: 'Moon' }));
  assert.equal((await site.world.changes()).length, 1);
});
test('reader is refused', () => assert.rejects(as('read-only').create('regions', { name: 'Moon' }), /403/));
