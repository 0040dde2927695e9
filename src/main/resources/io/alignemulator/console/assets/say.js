// Tells the reader, screen readers included, what came of something. What is told before the page is loaded anew is told after it.
const KEY = 'align-say';
const place = document.getElementById('say');
let timer;

export function say(text, failed = false) {
  place.textContent = text;
  place.classList.toggle('failed', failed);
  clearTimeout(timer);
  if (!failed) timer = setTimeout(() => { place.textContent = ''; }, 4000);
}

export function sayAfterwards(text) {
  sessionStorage.setItem(KEY, text);
}

const kept = sessionStorage.getItem(KEY);
if (kept) {
  sessionStorage.removeItem(KEY);
  say(kept);
}
