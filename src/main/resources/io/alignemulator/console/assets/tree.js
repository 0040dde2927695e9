// Opens and closes branches of the tree; a branch is fetched when it is first opened.
import { say } from './say.js';

document.addEventListener('click', (event) => {
  const twig = event.target.closest('button[data-branch]');
  if (twig) toggle(twig);
  const more = event.target.closest('button[data-more]');
  if (more) append(more);
});

// As in a tree of files: right opens, left closes.
document.addEventListener('keydown', (event) => {
  const twig = event.target.closest?.('button[data-branch]');
  if (!twig) return;
  const open = twig.getAttribute('aria-expanded') === 'true';
  if ((event.key === 'ArrowRight' && !open) || (event.key === 'ArrowLeft' && open)) {
    event.preventDefault();
    toggle(twig);
  }
});

async function toggle(twig) {
  const node = twig.closest('.node');
  const open = twig.getAttribute('aria-expanded') === 'true';
  let list = node.querySelector(':scope > ul');
  if (!open && !list) {
    list = document.createElement('ul');
    const items = await fetched(twig.dataset.branch);
    if (!items) return;
    list.append(items);
    node.append(list);
  }
  list.hidden = open;
  twig.setAttribute('aria-expanded', String(!open));
}

async function append(more) {
  const items = await fetched(more.dataset.more);
  if (!items) return;
  const first = items.querySelector('a, button');
  more.closest('li').replaceWith(items);
  first?.focus();
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    say('The branch could not be opened; the page may be older than the site.', true);
    return undefined;
  }
  const holder = document.createElement('template');
  holder.innerHTML = await answer.text();
  return holder.content;
}
