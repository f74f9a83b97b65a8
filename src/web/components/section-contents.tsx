import type { Section } from '../../domain/section.ts';

/** A report’s headings, as deep as two levels beneath a chapter. */
export function SectionContents({ sections }: { readonly sections: readonly Section[] }) {
  return (
    <ol class="section-contents">
      {sections
        .filter(({ depth }) => depth <= 3)
        .map((section) => (
          <li class={`depth-${section.depth}`}>
            <a href={`#${section.key}`}>{nameSection(section)}</a>
          </li>
        ))}
    </ol>
  );
}

function nameSection({ label, heading, printed, key }: Section): string {
  if (heading === '') return printed === '' ? key : printed;
  return label === null ? heading : `${label.replace(/^Section\s+/i, '')} ${heading}`;
}
