// Pairs of a record before and after, each turned into a patch by public makers of patches. The whole record as a GET printed it is what they see; the record reads as "after" then.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = new URL('.', import.meta.url);
const read = name => JSON.parse(readFileSync(new URL(name, here), 'utf8'));
/** What a write itself changes. */
const STAMPS = ['lastUpdatedDate', 'lastUpdatedBy'];

/** Makers of this Node: from two documents to operations. */
export async function inNode(work) {
  const require = createRequire(join(work, 'package.json'));
  const load = async name => import(require.resolve(name));
  const { compare } = require('fast-json-patch');
  const { createPatch } = require('rfc6902');
  const jiff = require('jiff');
  const { diff: just, jsonPatchPathConverter } = require('just-diff');
  const { generateJSONPatch } = require('generate-json-patch');
  // these two are modules only
  const folder = join(work, 'node_modules/jsondiffpatch/lib');
  const differ = (await load('jsondiffpatch').catch(() => import(join(folder, 'index.js')))).create({ objectHash: each => each.id ?? JSON.stringify(each) });
  const { format } = await import(join(folder, 'formatters/jsonpatch.js'));
  return {
    'fast-json-patch': (before, after) => compare(before, after),
    'fast-json-patch, invertible': (before, after) => compare(before, after, true),
    'generate-json-patch': (before, after) => generateJSONPatch(before, after),
    jiff: (before, after) => jiff.diff(before, after),
    jsondiffpatch: (before, after) => format(differ.diff(before, after), before),
    'just-diff': (before, after) => just(before, after, jsonPatchPathConverter),
    rfc6902: (before, after) => createPatch(before, after),
  };
}

/** A maker in another language: a program that reads the pairs as JSON and prints a patch for each. */
export function program(command, args, options) {
  return pairs => {
    const done = spawnSync(command, args, { encoding: 'utf8', input: JSON.stringify(pairs), timeout: 120_000, maxBuffer: 1 << 26, ...options });
    if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.stderr ?? done.error}`);
    return JSON.parse(done.stdout);
  };
}

/** A maker of this process as one of pairs. */
export const each = make => pairs => pairs.map(pair => make(structuredClone(pair.before), structuredClone(pair.after)));

const told = value => JSON.stringify(value, (_, part) => (part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part));

/** Lets one maker patch every pair. */
export async function judged(name, maker, api) {
  const changes = read('pairs.json');
  const pairs = [];
  for (const { name: what, change } of changes) {
    const id = await api.created('epics', read('record.json'));
    const before = await api.read(`epics/${id}`);
    pairs.push({ what, id, before, after: { ...before, ...change } });
  }
  const patches = maker(pairs.map(({ before, after }) => ({ before, after })));
  const wrong = [];
  const verbs = new Set();
  for (const [i, { what, id, before, after }] of pairs.entries()) {
    patches[i].forEach(each => verbs.add(each.op));
    const answer = await api.patched(`epics/${id}`, patches[i]);
    const there = await api.read(`epics/${id}`);
    const differs = Object.keys(after).filter(key => !STAMPS.includes(key) && told(there[key]) !== told(after[key]));
    const idle = told(before) === told(after) ? 'changes nothing' : '';
    if (answer.status !== 204 || differs.length || idle) {
      wrong.push({ what, patch: patches[i], status: answer.status, text: answer.text, idle, differs: differs.map(key => [key, there[key], after[key]]) });
    }
  }
  console.log(`${name}: ${pairs.length - wrong.length} of ${pairs.length} pairs, ${[...verbs].sort().join(', ')}`);
  wrong.forEach(one => console.log(JSON.stringify(one)));
  return { name, pairs: pairs.length, right: pairs.length - wrong.length, verbs: [...verbs].sort(), wrong };
}
