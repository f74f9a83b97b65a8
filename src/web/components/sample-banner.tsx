/** Stands on every page while the library holds nothing but invented reports. */
export function SampleBanner() {
  return (
    <section class="sample-banner" aria-label="Invented samples">
      <p class="wrap">
        <strong>Invented samples.</strong> The countries and reports shown here were made up to try Variorum
        with; none of it happened. <a href="/sources#bring-in">Bring in real reports</a>
      </p>
    </section>
  );
}

/** Stands on a report that is invented. */
export function SampleMark() {
  return (
    <p class="sample-mark">
      <strong>Invented.</strong> This report was written to try Variorum with. The country does not exist. Do
      not cite it.
    </p>
  );
}
