import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { Control, encoded } from './control.js';
import { newSandbox, Sandbox } from './sandbox.js';
import { run } from './run.js';

const READY = 'listening on ';
const IMAGE_PORT = 8080;

/** An emulator that runs somewhere, and its sandboxes. */
export class Emulator {
  #control;
  #process;

  constructor(url, controlToken, process) {
    this.url = url.replace(/\/$/, '');
    this.#control = new Control(`${this.url}/_emulator`, controlToken);
    this.#process = process;
  }

  static connect(url, { controlToken } = {}) {
    return new Emulator(url, controlToken);
  }

  static async start({ jar = process.env.ALIGN_JAR, image, java = 'java', docker = 'docker', settings = {} } = {}) {
    const options = Object.entries({ ...settings, endWithStdin: true }).map(option);
    if (image) return startImage(docker, image, options, settings);
    if (!jar) throw new TypeError('There is nothing to start: say jar or image, or set ALIGN_JAR.');
    const { url, child } = await start(java, ['-jar', jar, '--port=0', ...options]);
    return new Emulator(url, settings.controlToken, child);
  }

  static async find(options = {}) {
    const url = process.env.ALIGN_URL;
    return url ? Emulator.connect(url) : Emulator.start(options);
  }

  async stop() {
    const child = this.#process;
    this.#process = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.ref();
    child.stdin.end();
    await exit;
  }

  [Symbol.asyncDispose]() {
    return this.stop();
  }

  async newSandbox(options) {
    return newSandbox(this.#control, options);
  }

  /** The sandbox that is always there, or another one by its name. */
  async sandbox(name = 'default') {
    return new Sandbox(this.#control, await this.#control.get(`/sandboxes/${encoded(name)}`));
  }

  async sandboxes() {
    return this.#control.get('/sandboxes');
  }

  async endSandboxes(label, value) {
    await this.#control.call('DELETE', `/sandboxes?label=${encoded(`${label}=${value}`)}`);
  }
}

/** `rateLimit: '10/60:60'` as on the command line, `--rate-limit=10/60:60`. */
function option([name, value]) {
  const written = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `--${written}=${value === true ? 'on' : value === false ? 'off' : value}`;
}

async function startImage(docker, image, options, settings) {
  const name = `jira-align-emulator-${randomUUID()}`;
  const publish = `127.0.0.1::${IMAGE_PORT}`;
  const { child } = await start(docker, ['run', '--rm', '-i', '--name', name, '-p', publish, image, ...options]);
  const address = (await run(docker, 'port', name, String(IMAGE_PORT))).split('\n')[0];
  return new Emulator(`http://${address}`, settings.controlToken, child);
}

/** Returns when the process says where it listens. It keeps nobody alive, and ends when nobody holds its input any more. */
async function start(command, args) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  child.stdin.on('error', () => {}); // it ended by itself
  child.stderr.on('data', (chunk) => (said += chunk));
  await once(child, 'spawn');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith(READY)) {
      child.stderr.removeAllListeners('data').on('data', (chunk) => process.stderr.write(chunk));
      child.stdout.resume();
      [child, child.stdin, child.stdout, child.stderr].forEach((each) => each.unref());
      return { child, url: line.slice(READY.length) };
    }
  }
  const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode];
  throw new Error(`The emulator did not start, exit code ${code}: ${said.trim()}`);
}
