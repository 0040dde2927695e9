import { duration, encoded, instant } from './control.js';
import { Clock, Faults, RateLimit, Requests, Snapshots, World } from './rooms.js';

export async function newSandbox(control, { clock, timeToLive, ...options } = {}) {
  const request = { ...options, clock: instant(clock), timeToLive: duration(timeToLive) };
  return new Sandbox(control, await control.call('POST', '/sandboxes', request));
}

/** A site of its own: records, users, clock, limit, faults and journal that nobody else sees. */
export class Sandbox {
  #control;

  constructor(server, { name, baseUrl, apiUrl, tokens }) {
    this.#control = server.below(`/sandboxes/${encoded(name)}`);
    Object.assign(this, { name, baseUrl, apiUrl, tokens });
    this.clock = new Clock(this.#control);
    this.faults = new Faults(this.#control);
    this.rateLimit = new RateLimit(this.#control);
    this.requests = new Requests(this.#control);
    this.snapshots = new Snapshots(this.#control);
    this.world = new World(this.#control);
  }

  token(persona) {
    if (persona in this.tokens) return this.tokens[persona];
    throw new RangeError(`The sandbox has no persona ${persona}; it has ${Object.keys(this.tokens).join(', ')}.`);
  }

  async newToken(userId, { scope, expires } = {}) {
    const { token } = await this.#control.call('POST', '/tokens', { userId, scope, expires: instant(expires) });
    return token;
  }

  seed(collection, records) {
    return this.world.seed(collection, records);
  }

  settings() {
    return this.#control.get('/settings');
  }

  async set(settings) {
    await this.#control.call('PUT', '/settings', settings);
  }

  access(user, verb, path) {
    return this.#control.get(`/access?${new URLSearchParams({ user, verb, path })}`);
  }

  reliedOn() {
    return this.#control.get('/fidelity/relied-on');
  }

  async reset() {
    await this.#control.call('POST', '/reset');
  }

  async close() {
    await (this.name === 'default' ? this.reset() : this.#control.call('DELETE', ''));
  }

  [Symbol.asyncDispose]() {
    return this.close();
  }
}
