export { ControlError } from './lib/control.js';
export { Emulator } from './lib/emulator.js';
export { Sandbox } from './lib/sandbox.js';
