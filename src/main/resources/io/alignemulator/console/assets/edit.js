// Changes a field in its place, and makes records: calls of the public API as the persona.
import { apiCall, reason } from './calls.js';
import { say, sayAfterwards } from './say.js';

document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-edit]');
  if (button) edit(button);
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.dataset.create) {
    event.preventDefault();
    create(form);
  } else if (form.dataset.field) {
    event.preventDefault();
    save(form);
  } else if (form.dataset.replace !== undefined) {
    event.preventDefault();
    change('PUT', form.elements.whole.value, 'The record was replaced.');
  }
});

// The call for a shell is the one that the form would make.
document.querySelector('[data-replace] [name=whole]')?.addEventListener('input', ({ target }) => {
  const call = `${target.dataset.begun}'${target.value.replaceAll("'", "'\\''")}'`;
  const shown = target.closest('details').querySelector('[data-curl]');
  shown.textContent = call;
  target.closest('details').querySelector('[data-copy]').dataset.copy = call;
});

function edit(button) {
  const cell = button.closest('tr').querySelector('[data-cell]');
  if (cell.querySelector('form')) return;
  const form = document.createElement('form');
  form.className = 'row';
  form.dataset.field = button.dataset.edit;
  const input = control(button);
  input.name = 'value';
  input.setAttribute('aria-label', `New value of ${button.dataset.edit}`);
  form.append(input, made('button', 'Save', 'small primary'), made('button', 'Leave it', 'small'));
  form.lastChild.type = 'button';
  form.lastChild.addEventListener('click', () => close(form, button));
  form.addEventListener('keydown', (event) => { if (event.key === 'Escape') close(form, button); });
  cell.append(form);
  button.hidden = true;
  input.focus();
}

function close(form, button) {
  form.remove();
  button.hidden = false;
  button.focus();
}

function made(tag, text, name) {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = name;
  return element;
}

// A menu for what is a closed list, else a field; arrays and objects are written as JSON.
function control(button) {
  const { kind, json, options } = button.dataset;
  const held = JSON.parse(json);
  if (options) {
    const menu = document.createElement('select');
    menu.append(new Option('empty', ''), ...options.split('\n').map((line) => {
      const [value, words] = line.split('\t');
      return new Option(words, value, false, value === String(held));
    }));
    menu.dataset.kind = kind;
    return menu;
  }
  const isLong = kind === 'array' || kind === 'object' || String(held ?? '').length > 60;
  const field = document.createElement(isLong ? 'textarea' : 'input');
  if (isLong) field.rows = 4;
  field.value = kind === 'array' || kind === 'object' ? json : held ?? '';
  field.dataset.kind = kind;
  return field;
}

function read(field) {
  const text = field.value;
  if (text === '') return null;
  switch (field.dataset.kind) {
    case 'integer':
    case 'number': return Number.isNaN(Number(text)) ? text : Number(text);
    case 'boolean': return text === 'true' ? true : text === 'false' ? false : text;
    case 'array': return text.trim().startsWith('[') ? JSON.parse(text) : text.split(',').map((each) => each.trim()).map((each) => (/^-?\d+$/.test(each) ? Number(each) : each));
    case 'object': return JSON.parse(text);
    default: return text;
  }
}

async function save(form) {
  const value = parsed(form.elements.value);
  if (value === undefined) return;
  await change('PATCH', [{ op: 'replace', path: `/${form.dataset.field}`, value }], `${form.dataset.field} was changed.`);
}

// Both ways are one call of the public API on the record of this page.
async function change(method, body, done) {
  const answer = await apiCall(method, document.querySelector('[data-record]').dataset.record, body);
  if (!answer.ok) {
    say(await reason(answer), true);
    return;
  }
  sayAfterwards(done);
  location.reload();
}

function parsed(field) {
  try {
    return read(field);
  } catch {
    say('That is no JSON.', true);
    return undefined;
  }
}

async function create(form) {
  const body = {};
  for (const field of form.elements) {
    if (!field.name || field.value === '') continue;
    const value = parsed(field);
    if (value === undefined) return;
    body[field.name] = value;
  }
  const answer = await apiCall('POST', form.dataset.create, body);
  if (!answer.ok) {
    say(await reason(answer), true);
    return;
  }
  const told = await answer.json();
  const list = new URL(form.dataset.list, location.href);
  list.pathname += `/${told?.id ?? told}`;
  sayAfterwards('It was created.');
  location.assign(list);
}
