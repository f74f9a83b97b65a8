/** An address to copy by hand; with JavaScript, by a button. */
export function CopyAddress({
  id,
  label,
  address,
}: {
  readonly id: string;
  readonly label: string;
  readonly address: string;
}) {
  return (
    <div class="copy-address">
      <label for={id}>{label}</label>
      <span class="copy-row">
        <input id={id} type="text" readonly value={address} spellcheck={false} />
        <button type="button" class="quiet" data-copy={id} hidden>
          Copy
        </button>
      </span>
      <p class="print-only">{address}</p>
    </div>
  );
}
