import { AssertionError } from 'node:assert';

import { duration, encoded, instant } from './control.js';

const PAGE = 1000;

export class Clock {
  #room;

  constructor(control) {
    this.#room = control.below('/clock');
  }

  state() {
    return this.#room.get();
  }

  async now() {
    return new Date((await this.state()).now);
  }

  async advance(time) {
    await this.#change({ advance: duration(time) });
  }

  async set(time) {
    await this.#change({ set: instant(time) });
  }

  async freeze(time) {
    await this.#change({ set: instant(time), frozen: true });
  }

  async resume() {
    await this.#change({ frozen: false });
  }

  #change(change) {
    return this.#room.call('PUT', '', change);
  }
}

export class Faults {
  #room;

  constructor(control) {
    this.#room = control.below('/faults');
  }

  async add(effect, match, description) {
    return (await this.#room.call('POST', '', { effect, match, description })).id;
  }

  all() {
    return this.#room.get();
  }

  get(id) {
    return this.#room.get(`/${id}`);
  }

  async remove(id) {
    await this.#room.call('DELETE', `/${id}`);
  }

  async clear() {
    await this.#room.call('DELETE', '');
  }
}

export class RateLimit {
  #room;

  constructor(control) {
    this.#room = control.below('/rate-limit');
  }

  state() {
    return this.#room.get();
  }

  async set(limit) {
    await this.#room.call('PUT', '', { limit });
  }

  async block(address) {
    await this.#room.call('PUT', '', { block: address });
  }

  async unblock(address) {
    await this.#room.call('PUT', '', { unblock: address });
  }

  async reset() {
    await this.#room.call('DELETE', '');
  }
}

export class Requests {
  #sandbox;
  #room;

  constructor(control) {
    this.#sandbox = control;
    this.#room = control.below('/requests');
  }

  async all() {
    const all = [];
    for (;;) {
      const { requests } = await this.#room.get(`?order=oldest&limit=${PAGE}&offset=${all.length}`);
      all.push(...requests);
      if (requests.length < PAGE) return all;
    }
  }

  get(number) {
    return this.#room.get(`/${number}`);
  }

  text(newest = 100) {
    return this.#room.get(`?format=text&order=newest&limit=${newest}`);
  }

  har() {
    return this.#room.get('/har');
  }

  verdicts() {
    return this.#sandbox.get('/conformance');
  }

  async verify(calls) {
    const { verified, text } = await this.check(calls);
    if (!verified) throw new AssertionError({ message: text, stackStartFn: this.verify });
  }

  check({ count, within, ...matcher } = {}) {
    return this.#room.call('POST', '/verify', { matcher, count, timeout: duration(within) });
  }

  async count(matcher) {
    return (await this.check(matcher)).count;
  }

  follow(listener) {
    return this.#room.follow('/stream', listener);
  }

  async clear() {
    await this.#room.call('DELETE', '');
  }
}

export class Snapshots {
  #room;

  constructor(control) {
    this.#room = control.below('/snapshots');
  }

  async put(name) {
    await this.#room.call('PUT', `/${encoded(name)}`);
  }

  async restore(name) {
    await this.#room.call('POST', `/${encoded(name)}/restore`);
  }

  async delete(name) {
    await this.#room.call('DELETE', `/${encoded(name)}`);
  }

  get(name) {
    return this.#room.get(`/${encoded(name)}`);
  }

  all() {
    return this.#room.get();
  }
}

export class World {
  #control;

  constructor(control) {
    this.#control = control;
  }

  all(collection) {
    return this.#control.get(`/records/${encoded(collection)}`);
  }

  get(collection, id) {
    return this.#control.get(`/records/${encoded(collection)}/${id}`);
  }

  async seed(collection, records) {
    return (await this.merge({ [collection]: [records].flat() }))[collection] ?? [];
  }

  merge(fixtures) {
    return this.#import('merge', fixtures);
  }

  replace(fixtures) {
    return this.#import('replace', fixtures);
  }

  async #import(mode, fixtures) {
    return (await this.#control.call('POST', '/import', { mode, fixtures })).ids;
  }

  export() {
    return this.#control.get('/export');
  }

  changes(since) {
    return this.#control.get(`/changes${since === undefined ? '' : `?since=${encoded(since)}`}`);
  }

  changesText(since) {
    return this.#control.get(`/changes?format=text${since === undefined ? '' : `&since=${encoded(since)}`}`);
  }

  integrity() {
    return this.#control.get('/integrity');
  }
}
