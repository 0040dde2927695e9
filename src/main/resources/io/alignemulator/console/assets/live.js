// The clock and the limiter as they are now, while somebody looks: asked each second, because tests turn the clock.
import { controlCall } from './calls.js';

const clock = document.querySelector('[data-clock]');
const mode = document.querySelector('[data-clock-mode]');
const limiter = document.querySelector('[data-limiter] tbody');
const nobody = document.querySelector('[data-limiter-empty]');

if (clock || limiter) beat();

async function beat() {
  if (!document.hidden) {
    try {
      await Promise.all([clock && showClock(), limiter && showLimiter()]);
    } catch {
      // the server is away; the next beat asks again
    }
  }
  setTimeout(beat, 1000);
}

async function asked(path) {
  const answer = await controlCall('GET', path);
  return answer.ok ? answer.json() : undefined;
}

async function showClock() {
  const state = await asked('/clock');
  if (!state) return;
  clock.textContent = `${state.now.slice(0, 19).replace('T', ' ')} UTC`;
  mode.textContent = state.frozen ? 'stands still' : 'runs';
}

async function showLimiter() {
  const state = await asked('/rate-limit');
  if (!state) return;
  limiter.replaceChildren(...state.addresses.map(row));
  nobody.hidden = state.addresses.length > 0;
}

function row(address) {
  const line = document.createElement('tr');
  const name = cell('th', address.address);
  name.scope = 'row';
  const calls = cell('td', address.calls);
  calls.className = 'number';
  const left = Math.ceil(seconds(address.blockedFor));
  const chip = cell('span', address.blocked ? `blocked, ${left} s left` : 'answered');
  chip.className = address.blocked ? 'chip bad' : 'chip good';
  const state = document.createElement('td');
  state.append(chip);
  line.append(name, calls, state);
  return line;
}

function cell(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

// PT1M2.5S
function seconds(duration) {
  const parts = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(duration ?? '') ?? [];
  return Number(parts[1] ?? 0) * 3600 + Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0);
}
