import type { Child } from 'hono/jsx';
import { FIELD_NAMES, type PacketField, type PacketTyped } from '../packet-form.ts';

/** Everything of a packet that is typed or chosen; what it asks for is posted, so that it stands in no address. */
export function PacketForm({ typed }: { readonly typed: PacketTyped }) {
  return (
    <form id="packet-request" class="packet-form" method="post" action="/packet" autocomplete="off">
      <details id="packet-as-text" class="packet-as-text" open>
        <summary>Passages, as a list</summary>
        <label for="packet-list">One address a line; an issue behind #, a note behind &gt;</label>
        <textarea
          id="packet-list"
          name="list"
          rows={8}
          spellcheck={false}
          placeholder={'# Torture in custody\n2021/mli#1.c:4\n> See also the 2023 report.'}
        >
          {/* The first line's end of a text area is left out by whoever reads the page. */}
          {typed.list === '' ? '' : `\n${typed.list}`}
        </textarea>
      </details>
      <fieldset class="packet-options">
        <legend>How it is filed</legend>
        <Field name="title">
          <input
            type="text"
            id="packet-title"
            name="title"
            maxlength={200}
            value={typed.title}
            placeholder="Country conditions"
          />
        </Field>
        <Select typed={typed} name="form" choices={FORMS} />
        <Select typed={typed} name="body" choices={BODIES} />
        <Select typed={typed} name="paper" choices={SHEETS} />
        <Field name="prefix" hint="DOE gives DOE-000001; empty: 1, 2, 3">
          <input type="text" id="packet-prefix" name="prefix" maxlength={20} value={typed.prefix} />
        </Field>
        <Field name="start">
          <input
            type="text"
            inputmode="numeric"
            id="packet-start"
            name="start"
            value={typed.start}
            placeholder="1"
          />
        </Field>
        <Field name="limit" hint="counted, never cut; a schedule counts 12 of itself">
          <input type="text" inputmode="numeric" id="packet-limit" name="limit" value={typed.limit} />
        </Field>
        <Field name="megabytes" hint="more is split into numbered parts">
          <input
            type="text"
            inputmode="decimal"
            id="packet-megabytes"
            name="megabytes"
            value={typed.megabytes}
            placeholder="25"
          />
        </Field>
      </fieldset>
      <p class="packet-actions">
        <button type="submit" class="primary">
          Preview
        </button>{' '}
        <button type="submit" formaction="/packet.pdf">
          Make the PDF
        </button>{' '}
        <button type="submit" formaction="/packet.docx">
          Make the Word document
        </button>{' '}
        <button type="submit" formaction="/packet.json" id="packet-save">
          Save the packet file
        </button>
      </p>
      <p class="hint">A file takes some seconds to make.</p>
    </form>
  );
}

type Choices = readonly (readonly [value: string, name: string])[];

const FORMS: Choices = [
  ['us', 'Exhibit packet (immigration court, United States)'],
  ['uk', 'Country schedule (First-tier Tribunal, United Kingdom)'],
];
const BODIES: Choices = [
  ['', 'As usual: sections in a packet, excerpts in a schedule'],
  ['sections', 'Whole sections around each passage'],
  ['excerpts', 'The chosen passages alone'],
];
const SHEETS: Choices = [
  ['', 'As usual: US Letter for a packet, A4 for a schedule'],
  ['letter', 'US Letter'],
  ['a4', 'A4'],
];

function Select({
  typed,
  name,
  choices,
}: {
  readonly typed: PacketTyped;
  readonly name: PacketField;
  readonly choices: Choices;
}) {
  return (
    <Field name={name}>
      <select id={`packet-${name}`} name={name}>
        {choices.map(([value, text]) => (
          <option value={value} selected={value === typed[name]}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}

function Field({
  name,
  hint,
  children,
}: {
  readonly name: PacketField;
  readonly hint?: string;
  readonly children?: Child;
}) {
  return (
    <p>
      <label for={`packet-${name}`}>
        {FIELD_NAMES[name]}
        {hint === undefined ? null : <small> {hint}</small>}
      </label>
      {children}
    </p>
  );
}
