// Comes with every page: a slash goes to the search box, Escape leaves it again.

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

/** True where a slash would be written. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit|reset)$/.test(target.type);
}
