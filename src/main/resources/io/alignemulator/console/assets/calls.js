// Calls that the pages make: the control API of the site that is shown, and the public API as the persona whose eyes see it.
import { say, sayAfterwards } from './say.js';

const { control, prefix, site, token } = document.body.dataset;
export const API = `${prefix}/rest/align/api/2`;

export function controlCall(method, path, body) {
  return send(method, control + path, body, {});
}

export function apiCall(method, path, body) {
  return send(method, API + path, body, { Authorization: `bearer ${token}`, 'X-Align-Sandbox': site });
}

// A body that is a text is sent as it is, right or wrong.
async function send(method, url, body, headers) {
  const hasBody = body !== undefined;
  return fetch(url, {
    method,
    headers: hasBody ? { ...headers, 'Content-Type': 'application/json' } : headers,
    body: typeof body === 'string' || !hasBody ? body : JSON.stringify(body),
  });
}

// Why a call was refused, in the server's own words.
export async function reason(answer) {
  const text = await answer.text();
  try {
    const json = JSON.parse(text);
    const errors = json.errors ? Object.entries(json.errors).map(([key, why]) => `${key}: ${why}`).join(' ') : '';
    return `${answer.status}: ${json.error ?? (errors || json.title) ?? text}`;
  } catch {
    return `${answer.status}: ${text || answer.statusText || 'refused without a reason'}`;
  }
}

// A form that names its call, "PUT /clock": its fields are the body, those marked so are JSON or part of the path.
export async function sendForm(form) {
  const ofServer = form.dataset.serverCall !== undefined;
  let [method, path] = (ofServer ? form.dataset.serverCall : form.dataset.call).split(' ');
  const body = {};
  for (const field of form.elements) {
    if (!field.name) continue;
    if (field.dataset.path !== undefined) path = path.replace(`{${field.name}}`, encodeURIComponent(field.value));
    else if (field.value !== '') body[field.name] = field.dataset.json !== undefined ? JSON.parse(field.value) : field.value;
  }
  const sent = Object.keys(body).length > 0 ? body : undefined;
  const answer = ofServer ? await send(method, `${prefix}/_emulator${path}`, sent, {}) : await controlCall(method, path, sent);
  if (!answer.ok) {
    say(await reason(answer), true);
    return;
  }
  sayAfterwards(form.dataset.done ?? 'Done.');
  if (form.dataset.then) location.assign(prefix + form.dataset.then);
  else location.reload();
}
