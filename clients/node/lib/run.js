import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What a command prints. */
export async function run(command, ...args) {
  const { stdout } = await promisify(execFile)(command, args);
  return stdout.trim();
}
