// Lets what is typed narrow a long list of links. Without it the list stands there whole.

import { foldText } from './fold-text.ts';

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
  const wanted = foldText(typed);
  for (const item of items(list)) {
    const name = item.querySelector('.facet-name')?.textContent ?? '';
    item.hidden = wanted !== '' && !` ${foldText(name)}`.includes(` ${wanted}`);
  }
}

function items(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('li')];
}
