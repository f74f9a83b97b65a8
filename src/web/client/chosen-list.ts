const GROUPS = [
  ['years', 'Years'],
  ['sections', 'Sections'],
  ['areas', 'Countries and areas'],
] as const;

/** Lists what is ticked as buttons that take it away again. */
export function showChosen(form: HTMLFormElement, changed: () => void): void {
  const place = form.querySelector<HTMLElement>('#chosen');
  if (place === null) return;
  form.addEventListener('choices', () => {
    place.replaceChildren(...GROUPS.flatMap(([name, title]) => drawGroup(form, name, title)));
    place.hidden = place.childElementCount === 0;
  });
  place.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button === null) return;
    const { name = '', value = '' } = button.dataset;
    const at = [...place.querySelectorAll('button')].indexOf(button);
    for (const box of ticked(form, name)) if (box.value === value) box.checked = false;
    changed();
    // Whoever works by keyboard goes on where they were.
    const left = place.querySelectorAll('button');
    (left[Math.min(at, left.length - 1)] ?? form.querySelector<HTMLElement>('#tally select'))?.focus();
  });
}

function drawGroup(form: HTMLFormElement, name: string, title: string): HTMLElement[] {
  const boxes = ticked(form, name);
  if (boxes.length === 0) return [];
  const heading = document.createElement('h3');
  heading.textContent = boxes.length > 3 ? `${title} (${boxes.length})` : title;
  const list = document.createElement('ul');
  list.className = 'chips';
  for (const box of boxes) {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.name = name;
    button.dataset.value = box.value;
    button.textContent = nameOf(box);
    button.setAttribute('aria-label', `Remove ${nameOf(box)}`);
    item.append(button);
    list.append(item);
  }
  return [heading, list];
}

function nameOf(box: HTMLInputElement): string {
  if (box.value === 'all') return 'All';
  const span = box.parentElement?.querySelector('span');
  const own = [...(span?.childNodes ?? [])].filter((node) => node.nodeName !== 'SMALL');
  return own
    .map((node) => node.textContent ?? '')
    .join('')
    .trim();
}

function ticked(form: HTMLFormElement, name: string): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>(`input[type="checkbox"][name="${name}"]:checked`)];
}
