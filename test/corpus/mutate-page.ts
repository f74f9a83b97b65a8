/** Ways in which a page can be broken. Each gets the page and gives another text. */
const MUTATIONS: readonly ((html: string, random: () => number) => string)[] = [
  // Cut off somewhere.
  (html, random) => html.slice(0, at(html, random)),
  // A piece missing.
  (html, random) => {
    const from = at(html, random);
    return html.slice(0, from) + html.slice(from + Math.floor(random() * 4000));
  },
  // Two pieces swapped.
  (html, random) => {
    const [a, b] = [at(html, random), at(html, random)].sort((x, y) => x - y) as [number, number];
    const length = Math.floor(random() * Math.min(3000, b - a));
    return (
      html.slice(0, a) +
      html.slice(b, b + length) +
      html.slice(a + length, b) +
      html.slice(a, a + length) +
      html.slice(b + length)
    );
  },
  // A piece twice.
  (html, random) => {
    const from = at(html, random);
    const piece = html.slice(from, from + Math.floor(random() * 5000));
    return html.slice(0, from) + piece + html.slice(from);
  },
  // Closing tags lost.
  (html, random) => html.replace(/<\/(?:p|div|section|h3|b|span)>/g, (tag) => (random() < 0.05 ? '' : tag)),
  // Tags turned into others.
  (html, random) =>
    html.replace(/<(\/?)(p|h3|h4|section|b)\b/g, (tag, slash: string) =>
      random() < 0.03
        ? `<${slash}${['div', 'svg', 'select', 'table', 'u', 'script', 'a', 'li'][Math.floor(random() * 8)]}`
        : tag,
    ),
  // Angle brackets strewn in.
  (html, random) =>
    html.replace(/ /g, (space) =>
      random() < 0.0005
        ? (['<', '>', '</', '&', '<!--', '<p', '\u0000', '&#x0;'][Math.floor(random() * 8)] ?? space)
        : space,
    ),
  // Quotes lost.
  (html, random) => html.replace(/"/g, (quote) => (random() < 0.002 ? '' : quote)),
  // Lines shuffled within the body.
  (html, random) => {
    const lines = html.split('\n');
    const from = Math.floor(lines.length * (0.45 + random() * 0.1));
    const part = lines.splice(from, 200).sort(() => random() - 0.5);
    lines.splice(from, 0, ...part);
    return lines.join('\n');
  },
];

/** Breaks a page in one to three ways; the same random numbers give the same page. */
export function mutatePage(html: string, random: () => number): string {
  let mutated = html;
  const times = 1 + Math.floor(random() * 3);
  for (let i = 0; i < times; i += 1) {
    const mutation = MUTATIONS[Math.floor(random() * MUTATIONS.length)];
    if (mutation !== undefined) mutated = mutation(mutated, random);
  }
  return mutated;
}

/** A place in the page, mostly in the report's body. */
function at(html: string, random: () => number): number {
  const body = html.indexOf('report__main');
  const end = html.lastIndexOf('report__tags');
  if (body > 0 && end > body && random() < 0.8) return body + Math.floor(random() * (end - body));
  return Math.floor(random() * html.length);
}
