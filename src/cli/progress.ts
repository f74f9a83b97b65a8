import { SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.ts';

/** Shows how far a long piece of work has come. */
export interface Progress {
  /** @param detail a few words on what has happened so far, or nothing */
  update(done: number, detail: string): void;
  /** Says a line without tearing the bar. */
  say(line: string): void;
  stop(): void;
}

const PAGES_A_LINE = 100;
const MILLISECONDS_A_LINE = 10_000;

/** A bar where a person is watching, lines otherwise. `total` null: not known; it grows where more is done than was foreseen. */
export function startProgress(terminal: Terminal, title: string, total: number | null): Progress {
  return terminal.screen !== null && total !== null
    ? startBar(terminal, terminal.screen, title, total)
    : startLines(terminal, title, total);
}

function startBar(terminal: Terminal, screen: NodeJS.WriteStream, title: string, total: number): Progress {
  const bar = new SingleBar({
    format: `${title} {bar} {value}/{total} {detail}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: false,
    linewrap: false,
    stream: screen,
    // Ctrl-C is ours: an import finishes the save under way first.
    gracefulExit: false,
  });
  bar.start(total, 0, { detail: '' });
  return {
    update(done, detail) {
      if (done > bar.getTotal()) bar.setTotal(done);
      bar.update(done, { detail });
    },
    say(line) {
      screen.cursorTo(0);
      screen.clearLine(0);
      terminal.say(line);
      bar.render();
    },
    stop: () => bar.stop(),
  };
}

function startLines(terminal: Terminal, title: string, total: number | null): Progress {
  let lastDone = 0;
  let lastTime = terminal.now();
  return {
    update(done, detail) {
      const isLast = done === total;
      const isDue = done - lastDone >= PAGES_A_LINE || terminal.now() - lastTime >= MILLISECONDS_A_LINE;
      if (done === lastDone || !(isLast || isDue)) return;
      lastDone = done;
      lastTime = terminal.now();
      const all = total === null ? '' : ` of ${Math.max(done, total)}`;
      terminal.say(`${title} ${done}${all}${detail === '' ? '' : ` (${detail})`}`);
    },
    say: (line) => terminal.say(line),
    stop() {},
  };
}
