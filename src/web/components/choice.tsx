import type { Child } from 'hono/jsx';

/** One thing to tick. */
export function Choice({
  name,
  value,
  checked,
  note,
  children,
}: {
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  /** A few words behind the name, in a smaller hand. */
  readonly note?: Child;
  readonly children?: Child;
}) {
  return (
    <label class="choice">
      <input type="checkbox" name={name} value={value} checked={checked} />
      <span>
        {children}
        {note === undefined ? null : <small> {note}</small>}
      </span>
    </label>
  );
}
