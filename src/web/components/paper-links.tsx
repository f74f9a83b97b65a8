/** A page as PDF, on either paper. */
export function PaperLinks({ address }: { readonly address: string }) {
  return (
    <p class="data-links">
      To print or to file: <a href={`${address}.pdf`}>PDF, US Letter</a>
      {' · '}
      <a href={`${address}.pdf?paper=a4`}>PDF, A4</a>
    </p>
  );
}
