// The public suite of JSON Patch on the typed fields of an epic. A case has a free document; here each of its keys stands for a field that holds what the key holds, and its values
// stand for values that this field can hold, equal ones for equal ones. What cannot be put there is told with its reason, never left out.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = new URL('.', import.meta.url);

/** Where a key can stand, by what it holds. Lists hold ids of customers and programs that the demo set has, objects of lists are links. */
const FIELDS = {
  text: ['description', 'hypothesis', 'designStage', 'prototype', 'leanUxCanvas'],
  number: ['businessImpact', 'riskAppetite', 'itRisk', 'failureImpact', 'failureProbability'],
  flag: ['mvp', 'isSplit'],
  list: ['customerIds', 'additionalProgramIds'],
  objects: ['links'],
  object: ['health', 'score'],
};
const MEMBERS = {
  links: { text: ['name', 'link'], number: [] },
  health: { text: ['reason'], number: ['type', 'riskValue'] },
  score: { text: ['cost', 'profitPotential', 'timeToMarket', 'developmentRisks'], number: ['scoreCardId'] },
};
const IDS = 4;

/** Why a case has no place on a record. */
class NoPlace extends Error {}

function scalar(value) {
  return { string: 'text', number: 'number', boolean: 'flag' }[typeof value];
}

function kind(value) {
  if (value === null || value === undefined) return undefined;
  if (!Array.isArray(value)) return scalar(value) ?? 'object';
  const kinds = new Set(value.map(each => (each === null ? 'null' : Array.isArray(each) ? 'list' : scalar(each) ?? 'object')));
  if (kinds.has('list')) throw new NoPlace('a list in a list');
  if (kinds.has('null')) throw new NoPlace('null in a list of ids');
  if (kinds.size > 1) throw new NoPlace('a list of several kinds');
  return kinds.has('object') ? 'objects' : 'list';
}

const split = pointer => pointer.split('/').slice(1).map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
const join_ = segments => segments.map(part => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** All documents on the way of the patch: as far as a maker of patches can go it. */
function documents(one, apply) {
  const steps = [structuredClone(one.doc)];
  for (const operation of one.patch) {
    try {
      steps.push(apply(structuredClone(steps.at(-1)), operation));
    } catch {
      break;
    }
  }
  return steps;
}

/** A case on the fields of an epic. */
class Placed {
  constructor(one, apply) {
    this.isList = Array.isArray(one.doc);
    if (!this.isList && (typeof one.doc !== 'object' || one.doc === null)) throw new NoPlace('a document that is one value');
    // a document that is a list is the one key of an object
    const wrap = doc => (this.isList ? { list: doc } : doc);
    const steps = documents(one, apply).map(wrap);
    const operands = one.patch.filter(each => each.op !== 'test' && 'value' in each)
      .map(each => this.operand(each)).filter(Boolean);
    this.names = {};
    this.elements = new Map();
    this.free = structuredClone(FIELDS);
    this.place([...steps, ...operands]);
  }

  /** What an operation that may be refused would have put at the top. */
  operand(operation) {
    const segments = split(operation.path ?? '');
    if (this.isList || segments.length !== 1) return undefined;
    return { [segments[0]]: operation.value };
  }

  place(steps) {
    for (const key of new Set(steps.flatMap(step => Object.keys(step)))) {
      if (!/^[a-z]+$/.test(key)) throw new NoPlace('a key that no field is called by');
      const values = steps.map(step => step[key]).filter(value => value !== undefined);
      const kinds = new Set(values.map(kind).filter(Boolean));
      if (kinds.delete('list') && kinds.has('objects')) {
        if (values.some(value => Array.isArray(value) && value.length && kind(value) === 'list')) throw new NoPlace('a list of several kinds');
      } else if (kinds.size === 0 && values.some(Array.isArray)) kinds.add('list');
      else if (values.some(value => kind(value) === 'list')) kinds.add('list');
      if (kinds.size > 1) throw new NoPlace('a place that changes its kind');
      const its = [...kinds][0] ?? 'text';
      const rows = values.flatMap(value => (its === 'objects' ? value ?? [] : its === 'object' ? [value ?? {}] : []));
      this.names[key] = its === 'object' || its === 'objects' ? this.ofObjects(its, rows) : { kind: its, field: this.next(its) };
    }
  }

  next(its) {
    const field = this.free[its].shift();
    if (!field) throw new NoPlace('more keys of a kind than an epic has');
    return field;
  }

  /** The first free object whose members can hold what these hold. */
  ofObjects(its, rows) {
    const members = {};
    for (const row of rows) {
      for (const [key, value] of Object.entries(row)) {
        if (!/^[a-z]+$/.test(key)) throw new NoPlace('a key that no field is called by');
        const holds = value === null ? members[key] : kind(value);
        if (holds && !['text', 'number'].includes(holds)) throw new NoPlace('an object in an object, or a list in one');
        if (members[key] && holds !== members[key]) throw new NoPlace('a place that changes its kind');
        members[key] = holds;
      }
    }
    for (const field of this.free[its]) {
      const left = structuredClone(MEMBERS[field]);
      const named = Object.entries(members).map(([key, holds]) => [key, left[holds ?? 'text'].shift()]);
      if (named.every(([, name]) => name)) {
        this.free[its].splice(this.free[its].indexOf(field), 1);
        return { kind: its, field, members: Object.fromEntries(named) };
      }
    }
    throw new NoPlace('an object whose keys no object of an epic has');
  }

  /** The value that stands for this one where a place of a kind is. */
  value(value, at) {
    if (value === null || value === undefined) return at?.kind === 'list' || at?.kind === 'objects' ? [] : null;
    if (Array.isArray(value)) return value.map(each => (typeof each === 'object' && each !== null ? this.object(each, at) : this.element(each)));
    if (typeof value === 'object') return this.object(value, at);
    return typeof value === 'boolean' ? Number(value) : value;
  }

  object(value, at) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [at?.members?.[key] ?? key, this.value(each)]));
  }

  element(value) {
    if (!this.elements.has(value)) this.elements.set(value, this.elements.size + 1);
    if (this.elements.size > IDS) throw new NoPlace('more values in a list than the set has programs');
    return this.elements.get(value);
  }

  /** What the fields hold for a document; a key that is not there is null, as on every record. */
  fields(document) {
    const doc = this.isList ? { list: document } : document;
    return Object.fromEntries(Object.entries(this.names).map(([key, at]) => [at.field, this.value(doc[key], at)]));
  }

  pointer(pointer) {
    const segments = split(pointer);
    if (this.isList) segments.unshift('list');
    if (!segments.length) return '';
    const at = this.names[segments[0]];
    const member = at?.kind === 'object' ? 1 : 2;
    return join_(segments.map((each, i) => (i === 0 ? at?.field ?? each : i === member ? at?.members?.[each] ?? each : each)));
  }

  operation(operation) {
    const made = { ...operation };
    if ('path' in operation) made.path = this.pointer(operation.path);
    if ('from' in operation) made.from = this.pointer(operation.from);
    if ('value' in operation) {
      const segments = this.isList ? ['list', ...split(operation.path)] : split(operation.path);
      const at = this.names[segments[0]];
      if (!segments.length) made.value = this.fields(operation.value);
      else if (at?.kind === 'list' && segments.length > 1 && typeof operation.value !== 'object') made.value = this.element(operation.value);
      else made.value = this.value(operation.value, operation.value === null ? undefined : at);
    }
    return made;
  }
}

/** Whether what is there is what is to be there; members that the case does not name are nobody's business. */
function same(there, wanted) {
  if (Array.isArray(wanted)) return Array.isArray(there ?? []) && (there ?? []).length === wanted.length && wanted.every((each, i) => same(there[i], each));
  if (wanted && typeof wanted === 'object') return Boolean(there) && Object.entries(wanted).every(([key, each]) => same(there[key], each));
  return (there ?? null) === wanted;
}

async function judged(one, apply, api) {
  const placed = new Placed(one, apply);
  const before = placed.fields(one.doc);
  const patch = one.patch.map(each => placed.operation(each));
  const id = await api.created('epics', { title: 'A case of the suite', primaryProgramId: 1, ...before });
  const start = await api.read(`epics/${id}`);
  const wrong = Object.keys(before).filter(field => !same(start[field], before[field]));
  if (wrong.length) throw new Error(`cannot begin: ${JSON.stringify(before)} is read as ${JSON.stringify(start[wrong[0]])}`);
  const answer = await api.patched(`epics/${id}`, patch);
  const after = await api.read(`epics/${id}`);
  const wanted = placed.fields('expected' in one ? one.expected : one.doc);
  const isRefused = answer.status === 400;
  const isRight = 'error' in one
    ? isRefused && Object.keys(before).every(field => same(after[field], before[field]))
    : answer.status === 204 && Object.keys(wanted).every(field => same(after[field], wanted[field]));
  return { isRight, patch, answer, wanted, after: Object.fromEntries(Object.keys(wanted).map(field => [field, after[field]])) };
}

/** Runs both files of the suite. Each case: outcome "disabled", "no place", "as the suite", "on purpose" or "wrong". */
export async function suite(work, api) {
  const require = createRequire(join(work, 'package.json'));
  const { applyPatch } = require('fast-json-patch');
  const apply = (doc, operation) => applyPatch(doc, [operation], true).newDocument;
  const purposes = JSON.parse(readFileSync(new URL('differences.json', here), 'utf8'));
  const cases = [];
  for (const file of ['tests', 'spec_tests']) {
    const all = JSON.parse(readFileSync(join(work, `node_modules/json-patch-test-suite/${file}.json`), 'utf8'));
    for (const [number, one] of all.entries()) {
      const name = `${file} ${number}`;
      if (one.disabled) {
        cases.push({ name, outcome: 'disabled' });
        continue;
      }
      try {
        const result = await judged(one, apply, api);
        const purpose = purposes[name];
        const outcome = result.isRight ? (purpose ? 'wrong' : 'as the suite') : purpose ? 'on purpose' : 'wrong';
        cases.push({ name, outcome, ...purpose, ...result });
        if (outcome === 'wrong') console.log(name, JSON.stringify(one), JSON.stringify(result));
      } catch (e) {
        if (!(e instanceof NoPlace)) throw new Error(`${name}: ${e.message}`, { cause: e });
        cases.push({ name, outcome: 'no place', why: e.message });
      }
    }
  }
  const stale = Object.keys(purposes).filter(name => !cases.some(each => each.name === name && each.outcome === 'on purpose'));
  if (stale.length) console.log(`no difference any more: ${stale.join(', ')}`);
  const count = outcome => cases.filter(each => each.outcome === outcome).length;
  console.log(`json-patch-test-suite: ${cases.length} cases, ${count('as the suite')} as the suite says, ${count('on purpose')} on purpose not, ${
    count('no place')} without a place, ${count('disabled')} disabled there, ${count('wrong')} wrong`);
  return cases;
}
