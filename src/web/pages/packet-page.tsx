import type { FieldProblem } from '../components/error-summary.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { PacketForm } from '../components/packet-form.tsx';
import { PacketPreview, type PreviewedPacket } from '../components/packet-preview.tsx';
import type { PacketTyped } from '../packet-form.ts';

/** Pinned passages, how they are to be filed, and what the file will hold. */
export function PacketPage({
  typed,
  problems,
  preview,
  addressed,
}: {
  readonly typed: PacketTyped;
  readonly problems: readonly FieldProblem[];
  /** Null: nothing was asked for, or it cannot be shown. */
  readonly preview: PreviewedPacket | null;
  /** Passages that the address of the page names. */
  readonly addressed: readonly string[];
}) {
  return (
    <div class="wrap packet-page">
      <header class="page-head">
        <h1>Packet</h1>
        <p class="lead">
          An exhibit for an immigration court of the United States, or a country schedule for a tribunal of
          the United Kingdom, made of the passages you choose: with cover, contents, index by issue, numbered
          pages and what is needed to verify it.
        </p>
      </header>
      <WhatLeaves />
      <div id="packet-problems">
        <ErrorSummary problems={problems} anchors="packet-" />
      </div>
      <section id="pin-board" class="pin-board" aria-labelledby="pins-head" hidden>
        <h2 id="pins-head">Your pins</h2>
        <p id="pins-offer" data-pins={addressed.join(' ')} hidden />
        <div id="pins-issues" />
        <p class="pins-tools">
          <button type="button" id="pins-add-issue">
            Add an issue
          </button>{' '}
          <button type="button" id="pins-clear">
            Clear all
          </button>
        </p>
      </section>
      <PacketForm typed={typed} />
      <div id="packet-preview">{preview === null ? null : <PacketPreview preview={preview} />}</div>
      <OpenFile />
    </div>
  );
}

function WhatLeaves() {
  return (
    <section class="what-leaves" aria-labelledby="what-leaves">
      <h2 id="what-leaves">What leaves your machine</h2>
      <p>
        Pins, issues and notes are kept in this browser, if it runs JavaScript, and nowhere else. When you
        press Preview or make a file, the list, with the names of its issues and your notes, is sent to the
        program that shows this page, which makes the file and keeps nothing of it; none of it stands in an
        address. The caption, names, numbers and the exhibit letter are never asked for: they are blanks in
        the file, to be filled on your own machine.
      </p>
      <p>
        To send nothing at all, save the packet file, which a browser with JavaScript writes by itself, and
        run <code>variorum packet FILE.json --to exhibit.pdf</code> on your own machine.
      </p>
    </section>
  );
}

function OpenFile() {
  return (
    <form class="packet-open" method="post" action="/packet" enctype="multipart/form-data">
      <h2>Open a packet file</h2>
      <p>
        <label for="packet-file">A file that was saved here, or written by hand</label>{' '}
        <input type="file" id="packet-file" name="file" accept=".json,application/json" required />{' '}
        <button type="submit">Open</button>
      </p>
    </form>
  );
}
