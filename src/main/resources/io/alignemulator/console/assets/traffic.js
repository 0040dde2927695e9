// The list of calls follows the journal; a fault is switched on with one click.
import { controlCall, reason } from './calls.js';
import { say, sayAfterwards } from './say.js';

const calls = document.querySelector('[data-calls]');
const chip = document.querySelector('[data-live]');
const toggle = document.querySelector('[data-live-switch]');
let source;
let due;
let asking = false;

if (calls && !new URL(location.href).searchParams.has('before')) {
  toggle.classList.remove('away');
  toggle.addEventListener('click', () => (source ? stop() : follow()));
  follow();
}

function follow() {
  source = new EventSource(`${document.body.dataset.control}/requests/stream`);
  source.addEventListener('open', () => { show('follows new calls', true); refresh(); });
  source.addEventListener('error', () => show('waits for the server', false));
  source.addEventListener('exchange', refresh);
  toggle.textContent = 'Stand still';
}

function stop() {
  source.close();
  source = undefined;
  toggle.textContent = 'Follow new calls';
  show('stands still', false);
}

function show(text, good) {
  chip.textContent = text;
  chip.classList.toggle('good', good);
}

// Many calls at once are one look, and one look waits for the one before.
function refresh() {
  due ??= setTimeout(look, 150);
}

async function look() {
  if (asking) {
    due = setTimeout(look, 150);
    return;
  }
  due = undefined;
  asking = true;
  try {
    const answer = await fetch(calls.dataset.calls);
    if (answer.ok) replace(await answer.text());
  } finally {
    asking = false;
  }
}

function replace(html) {
  const focused = calls.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
  const across = calls.querySelector('.scroll')?.scrollLeft ?? 0;
  calls.innerHTML = html;
  const table = calls.querySelector('.scroll');
  if (table) table.scrollLeft = across;
  if (focused) calls.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
}

// Conditions that were left empty do not stand in the address.
document.querySelector('form[data-conditions]')?.addEventListener('submit', (event) => {
  for (const field of event.target.elements) if (field.name && !field.value) field.disabled = true;
});

document.querySelector('form[data-fault]')?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { persona, method, path, often } = event.target.elements;
  if (!event.submitter) return;
  const match = JSON.parse(often.value);
  for (const each of [persona, method, path]) if (each.value.trim()) match[each.name] = each.value.trim();
  await forgetUsed();
  const answer = await controlCall('POST', '/faults', { match, effect: JSON.parse(event.submitter.value) });
  if (!answer.ok) {
    say(await reason(answer), true);
    return;
  }
  sayAfterwards('The fault is on.');
  location.reload();
});

// One that has acted as often as it may would stand in the way of the next one.
async function forgetUsed() {
  const answer = await controlCall('GET', '/faults');
  if (!answer.ok) return;
  const used = (await answer.json()).filter((each) => each.match.times && each.hits >= each.match.times);
  for (const each of used) await controlCall('DELETE', `/faults/${each.id}`);
}
