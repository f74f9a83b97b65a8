/** Shows another edition’s outline without leaving the page. */
export function switchOutlines(form: HTMLFormElement, changed: () => void): void {
  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button === null || button.name !== 'show-outline') return;
    event.preventDefault();
    void fetchOutline(form, button.value).then((outline) => {
      if (outline === null) return;
      form.querySelector('#outline')?.replaceWith(outline);
      outline.querySelector<HTMLElement>(`button[value="${button.value}"]`)?.focus();
      changed();
    });
  });
}

/** The outline as the builder’s own page draws it, with what is ticked here. */
async function fetchOutline(form: HTMLFormElement, year: string): Promise<Element | null> {
  const query = new URLSearchParams([['show-outline', year]]);
  const ticked = form.querySelectorAll<HTMLInputElement>('#outline input[type="checkbox"]:checked');
  for (const { value } of ticked) query.append('sections', value);
  const response = await fetch(`/?${query}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return page.getElementById('outline');
}
