// Makes the builder quicker to use. Without it everything works as a plain form.
import { showChosen } from './chosen-list.ts';
import { keepCount } from './live-count.ts';
import { narrowLists } from './narrow-lists.ts';
import { switchOutlines } from './outline-switch.ts';

const form = document.getElementById('builder');
if (form instanceof HTMLFormElement) start(form);

function start(form: HTMLFormElement): void {
  const changed = (): void => {
    form.dispatchEvent(new CustomEvent('choices'));
  };
  addTools(form, changed);
  narrowLists(form);
  switchOutlines(form, changed);
  showChosen(form, changed);
  keepCount(form);

  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement) keepAllAlone(form, event.target);
    changed();
  });
  // The browser may have put choices back that the page came without.
  window.addEventListener('pageshow', changed);
  changed();
  document.getElementById('problems')?.focus();
}

/** "All" says everything, a region all that is in it: what else is ticked beneath goes, and is no longer seen. */
function keepAllAlone(form: HTMLFormElement, box: HTMLInputElement): void {
  if (!box.checked) return;
  const region = box.closest('.choose-region')?.closest('.region');
  const beneath =
    box.value === 'all'
      ? boxes(form, box.name)
      : [...(region?.querySelectorAll<HTMLInputElement>('.areas input') ?? [])];
  for (const other of beneath) if (other !== box) other.checked = false;
}

function addTools(form: HTMLFormElement, changed: () => void): void {
  for (const tools of form.querySelectorAll<HTMLElement>('[data-tools]')) {
    const name = tools.dataset.tools ?? '';
    tools.hidden = false;
    tools.addEventListener('click', (event) => {
      const what = event.target instanceof HTMLElement ? event.target.dataset.check : undefined;
      if (what === undefined) return;
      for (const box of boxes(form, name)) {
        if (what === 'none') box.checked = false;
        else if (what === 'all' || isShownArea(box)) box.checked = true;
      }
      changed();
    });
  }
}

/** An area, not a region or "all", that the search has not put away. */
function isShownArea(box: HTMLInputElement): boolean {
  return box.closest('.areas') !== null && box.checkVisibility();
}

function boxes(form: HTMLFormElement, name: string): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>(`input[type="checkbox"][name="${name}"]`)];
}
