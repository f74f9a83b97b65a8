import { foldText } from './fold-text.ts';

/** Shows the search fields and lets what is typed narrow the list beneath. */
export function narrowLists(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLElement>('[data-find]')) {
    const input = field.querySelector('input');
    const list = field.dataset.find === 'areas' ? '#area-list' : '#topic-list';
    const target = form.querySelector<HTMLElement>(list);
    if (input === null || target === null) continue;
    field.hidden = false;
    input.addEventListener('input', () => narrow(form, target, input.value));
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        event.preventDefault();
        tickOnly(target);
      } else if (event.key === 'Escape' && input.value !== '') {
        event.preventDefault();
        input.value = '';
        narrow(form, target, '');
      }
    });
  }
}

function narrow(form: HTMLFormElement, list: HTMLElement, typed: string): void {
  const wanted = foldText(typed);
  for (const item of leaves(list)) item.hidden = wanted !== '' && !matches(item, wanted);
  // A topic stays while one beneath it stays.
  for (const item of list.querySelectorAll<HTMLElement>('li')) {
    if (item.querySelector('li:not([hidden])') !== null) item.hidden = false;
  }
  for (const group of list.querySelectorAll<HTMLElement>('.group, .unheld')) {
    group.hidden = group.querySelector('li:not([hidden])') === null;
  }
  for (const line of list.querySelectorAll<HTMLElement>('.choose-region')) line.hidden = wanted !== '';
  const unheld = list.querySelector<HTMLDetailsElement>('.unheld');
  if (unheld !== null && wanted !== '' && !unheld.hidden) unheld.open = true;
  const shown = leaves(list).filter((item) => !item.hidden).length;
  const none = list.id === 'area-list' ? form.querySelector<HTMLElement>('#none-found') : null;
  if (none !== null) none.hidden = shown > 0;
  const jumps = list.id === 'area-list' ? form.querySelector<HTMLElement>('.region-jumps') : null;
  if (jumps !== null) jumps.hidden = wanted !== '';
}

/** Enter in the search field ticks the one that is left; with several left it does nothing. */
function tickOnly(list: HTMLElement): void {
  const left = leaves(list).filter((item) => !item.hidden);
  const box = left.length === 1 ? left[0]?.querySelector('input') : null;
  box?.click();
}

function leaves(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('li')];
}

function matches(item: HTMLElement, wanted: string): boolean {
  const label = item.querySelector('label');
  const names = [label?.textContent ?? '', ...(item.dataset.also ?? '').split('|')];
  return names.some((name) => ` ${foldText(name)}`.includes(` ${wanted}`));
}
