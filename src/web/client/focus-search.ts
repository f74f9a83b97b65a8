// Comes with every page: a slash goes to the search box, Escape leaves it again.

import { isTyping } from './is-typing.ts';

let before: HTMLElement | null = null;

document.addEventListener('keydown', (event) => {
  if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
    const box = document.querySelector<HTMLInputElement>('input[data-search-box]');
    if (box === null) return;
    event.preventDefault();
    before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    box.focus();
    box.select();
  } else if (event.key === 'Escape' && isSearchBox(event.target)) {
    // Browsers empty a search field on Escape: what was typed is kept.
    event.preventDefault();
    event.target.blur();
    if (before !== null && before !== document.body) before.focus();
    before = null;
  }
});

function isSearchBox(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.dataset.searchBox !== undefined;
}
