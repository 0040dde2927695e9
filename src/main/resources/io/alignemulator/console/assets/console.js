// What every page does: copies, calls, the theme, the session. Pages load their own scripts besides.
import { say } from './say.js';
import { sendForm } from './calls.js';
import './live.js';
import './tree.js';
import './edit.js';
import './traffic.js';

const { prefix } = document.body.dataset;

document.addEventListener('click', async (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  if (button.dataset.copy !== undefined) {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      say('Copied.');
    } catch {
      say('The browser did not let the page copy; mark the text and copy it.', true);
    }
  } else if (button.dataset.themeSwitch !== undefined) {
    switchTheme();
  } else if (button.dataset.signOut !== undefined) {
    await fetch(`${prefix}/_emulator/console/session`, { method: 'DELETE' });
    location.reload();
  }
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.dataset.call || form.dataset.serverCall) {
    event.preventDefault();
    if (!form.dataset.ask || confirm(form.dataset.ask)) sendForm(form);
  } else if (form.dataset.signIn !== undefined) {
    event.preventDefault();
    signIn(form.elements.token.value);
  } else if (form.classList.contains('look')) {
    event.preventDefault();
    look(form);
  }
});

function switchTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme === 'dark'
    || (!root.dataset.theme && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'light' : 'dark';
  document.cookie = `align-theme=${root.dataset.theme}; path=${prefix}/; max-age=31536000; samesite=strict`;
}

async function signIn(token) {
  const answer = await fetch(`${prefix}/_emulator/console/session`, { method: 'POST', headers: { 'X-Control-Token': token } });
  if (answer.ok) location.reload();
  else say('That is not the control token.', true);
}

// Users of another site are others, so a switch of the site shows it whole.
function look(form) {
  const here = new URL(location.href);
  const site = form.elements.site.value;
  if (site !== document.body.dataset.site) {
    location.assign(`${prefix}/?site=${encodeURIComponent(site)}`);
    return;
  }
  if (form.elements.as.value) here.searchParams.set('as', form.elements.as.value);
  else here.searchParams.delete('as');
  location.assign(here);
}
