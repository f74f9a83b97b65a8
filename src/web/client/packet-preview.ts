import { editIssue } from './pin-moves.ts';
import { type Pin, shortenText } from './pin-state.ts';
import { changePins, onPins } from './pin-store.ts';
import { offerPins } from './pins.ts';
import { say } from './say.ts';

const PLACES = ['packet-problems', 'packet-preview'] as const;

let adopting = false;

onPins(() => {
  if (!adopting) markStale();
});

/** Sends the form and shows the answer on this page. */
export async function previewPacket(form: HTMLFormElement): Promise<void> {
  say('The preview is being made…');
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  let page: Document;
  try {
    const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'text/html' } });
    page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (page.getElementById('packet-preview') === null) throw new Error(String(answer.status));
  } catch {
    say('The preview could not be made: the server did not answer as it should. Nothing is lost.');
    return;
  }
  for (const id of PLACES) {
    const children = [...(page.getElementById(id)?.childNodes ?? [])];
    document.getElementById(id)?.replaceChildren(...children);
  }
  const shown = document.getElementById('packet-preview');
  const problems = document.getElementById('problems');
  if (shown !== null) {
    adoptTexts(shown);
    offerPins(shown);
  }
  if (problems !== null) problems.focus();
  else document.getElementById('preview-head')?.focus();
  say(problems === null ? 'The preview is shown.' : 'Something is to be mended.');
}

/** Each pin keeps the digest of the text that was seen, so that a later change is noticed. */
function adoptTexts(shown: HTMLElement): void {
  const seen = new Map(
    [...shown.querySelectorAll<HTMLElement>('[data-pin]')].map((item) => [
      item.dataset.pin ?? '',
      { digest: item.dataset.digest ?? null, text: item.querySelector('blockquote')?.textContent ?? '' },
    ]),
  );
  const adopt = (pin: Pin): Pin => {
    const found = seen.get(pin.address);
    if (found === undefined) return pin;
    return { ...pin, digest: pin.digest ?? found.digest, text: pin.text ?? shortenText(found.text) };
  };
  adopting = true;
  changePins(
    (state) =>
      state.issues.reduce(
        (all, _, i) => editIssue(all, i, (issue) => ({ ...issue, pins: issue.pins.map(adopt) })),
        state,
      ),
    false,
  );
  adopting = false;
}

function markStale(): void {
  const head = document.getElementById('preview-head');
  if (head === null || head.nextElementSibling?.matches('.preview-stale')) return;
  const note = document.createElement('p');
  note.className = 'preview-stale';
  note.textContent = 'The packet was changed since: press Preview again.';
  head.after(note);
}
