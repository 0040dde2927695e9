// The emulator for tests: a server that runs already or one of our own, and a sandbox for each test.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const DEFAULT_JAR = fileURLToPath(new URL('../../target/jira-align-emulator.jar', import.meta.url));
const LISTENING = 'listening on ';

export class Emulator {
  #url;
  #server;

  constructor(url, server) {
    this.#url = url.replace(/\/$/, '');
    this.#server = server;
  }

  /** The server named by ALIGN_URL; without it, the jar named by ALIGN_JAR is started. */
  static async find() {
    const { ALIGN_URL: url, ALIGN_JAR: jar } = process.env;
    return url ? new Emulator(url) : Emulator.#start(jar || DEFAULT_JAR);
  }

  static async #start(jar) {
    const server = spawn('java', ['-jar', jar, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(server, 'spawn');
    for await (const line of createInterface({ input: server.stdout })) {
      if (line.startsWith(LISTENING)) return new Emulator(line.slice(LISTENING.length), server);
    }
    throw new Error(`${jar} did not start`);
  }

  /** Ends the server if it is our own. */
  async stop() {
    if (!this.#server) return;
    const exit = once(this.#server, 'exit');
    this.#server.kill();
    await exit;
  }

  async newSandbox(options) {
    const sandbox = await control('POST', `${this.#url}/_emulator/sandboxes`, options);
    return new Sandbox(`${this.#url}/_emulator/sandboxes/${sandbox.name}`, sandbox);
  }
}

/** A site of its own, with its own records, users, clock, rate limit and journal. */
class Sandbox {
  #controlUrl;
  #tokens;
  #changesSince = '';

  constructor(controlUrl, { baseUrl, tokens }) {
    this.#controlUrl = controlUrl;
    this.#tokens = tokens;
    this.siteUrl = baseUrl;
  }

  token(persona) {
    return this.#tokens[persona];
  }

  /** Imports records; changes() counts from here. */
  async seed(collections) {
    await this.#call('POST', '/import', { fixtures: collections });
    await this.#call('PUT', '/snapshots/seeded');
    this.#changesSince = '?since=seeded';
  }

  async advanceClock(seconds) {
    await this.#call('PUT', '/clock', { advance: `PT${seconds}S` });
  }

  async addFault(match, effect) {
    await this.#call('POST', '/faults', { match, effect });
  }

  async changes(resource) {
    const changes = await this.#call('GET', `/changes${this.#changesSince}`);
    return changes.filter((change) => change.resource === resource);
  }

  /** The journal of the calls, oldest first. */
  async calls() {
    const { requests } = await this.#call('GET', '/requests');
    return requests;
  }

  async verifyCalls(count, matcher) {
    const { verified, text } = await this.#call('POST', '/requests/verify', { matcher, count });
    assert.ok(verified, text);
  }

  async delete() {
    await this.#call('DELETE', '');
  }

  #call(method, path, body) {
    return control(method, this.#controlUrl + path, body);
  }
}

async function control(method, url, body) {
  const headers = body ? { 'Content-Type': 'application/json' } : {};
  const response = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}
