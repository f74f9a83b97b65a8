/**
 * A citation as HTML for the clipboard: italics and small capitals as any program understands them, and nothing
 * else of the page.
 */
export function citationHtml(field: HTMLElement): string {
  return [...field.childNodes]
    .map((node) => {
      const text = escapeText((node.textContent ?? '').replace(/\s+/g, ' '));
      if (!(node instanceof HTMLElement)) return text;
      if (node.matches('i, cite, em')) return `<i>${text}</i>`;
      return node.matches('.small-caps') ? `<span style="font-variant: small-caps">${text}</span>` : text;
    })
    .join('')
    .trim();
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
