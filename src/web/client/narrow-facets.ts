// Lets what is typed narrow a long list of links. Without it the list stands there whole.

for (const find of document.querySelectorAll<HTMLElement>('[data-narrow]')) {
  const input = find.querySelector('input');
  const list = document.getElementById(find.dataset.narrow ?? '');
  if (input === null || list === null) continue;
  find.hidden = false;
  input.addEventListener('input', () => narrow(list, input.value));
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      const left = items(list).filter((item) => !item.hidden);
      if (left.length === 1) left[0]?.querySelector('a')?.click();
    } else if (event.key === 'Escape' && input.value !== '') {
      event.preventDefault();
      input.value = '';
      narrow(list, '');
    }
  });
}

document.getElementById('problems')?.focus();

function narrow(list: HTMLElement, typed: string): void {
  const wanted = fold(typed);
  for (const item of items(list)) {
    const name = item.querySelector('.facet-name')?.textContent ?? '';
    item.hidden = wanted !== '' && !` ${fold(name)}`.includes(` ${wanted}`);
  }
}

function items(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('li')];
}

/** Lower case, no diacritics, no punctuation. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
