// Pins are dragged by their handles, with mouse, pen or finger (Pointer Events 3); by keyboard there are buttons.

export interface PinPlace {
  readonly issue: number;
  readonly pin: number;
}

/** So near to the edge of the window the page scrolls along, in pixels. */
const EDGE = 60;

/** @param moved is told where a pin was taken and where it was put; `to` counts without it */
export function dragPins(
  board: HTMLElement,
  moved: (from: PinPlace, to: PinPlace) => void,
  cancelled: () => void,
): void {
  board.addEventListener('pointerdown', (event) => {
    const grip = event.target instanceof Element ? event.target.closest<HTMLElement>('.grip') : null;
    const item = grip?.closest<HTMLElement>('.pin-item') ?? null;
    if (grip === null || item === null || event.button !== 0) return;
    const from = placeOf(item);
    event.preventDefault();
    item.classList.add('dragged');
    const end = new AbortController();
    const { signal } = end;
    const finish = (done: boolean): void => {
      end.abort();
      item.classList.remove('dragged');
      const to = placeOf(item);
      if (done && (to.issue !== from.issue || to.pin !== from.pin)) moved(from, to);
      else cancelled();
    };
    // Taken elsewhere in the page, the handle would lose a capture: so the whole page is listened to.
    document.addEventListener('pointermove', (move) => follow(item, move), { signal });
    document.addEventListener('pointerup', () => finish(true), { signal });
    document.addEventListener('pointercancel', () => finish(false), { signal });
    document.addEventListener('keydown', (key) => key.key === 'Escape' && finish(false), { signal });
  });
}

function follow(item: HTMLElement, { clientX, clientY }: PointerEvent): void {
  if (clientY < EDGE) scrollBy(0, -EDGE / 4);
  else if (clientY > innerHeight - EDGE) scrollBy(0, EDGE / 4);
  const under = document.elementFromPoint(clientX, clientY);
  const other = under?.closest<HTMLElement>('.pin-item') ?? null;
  if (other === item) return;
  if (other !== null) {
    const { top, height } = other.getBoundingClientRect();
    if (clientY < top + height / 2) other.before(item);
    else other.after(item);
  } else {
    under?.closest('.pin-issue')?.querySelector('.pin-list')?.append(item);
  }
}

function placeOf(item: HTMLElement): PinPlace {
  const list = item.closest('.pin-list');
  return {
    issue: [...document.querySelectorAll('.pin-list')].indexOf(list as Element),
    pin: [...(list?.children ?? [])].indexOf(item),
  };
}
