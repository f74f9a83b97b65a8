import { FINDING_KINDS, type Finding, type FindingKind } from '../../domain/finding.ts';

/** What was odd about the page a report was read from. */
export function FindingsList({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return <p>The page was read without anything odd being met.</p>;
  return (
    <ul class="findings">
      {groupFindings(findings).map(([kind, members]) => (
        <li>
          {FINDING_KINDS[kind]}
          <ul>
            {members.map(({ section, detail, count }) => (
              <li>
                {section === null ? null : (
                  <>
                    <a href={`#${section}`}>{section}</a>:{' '}
                  </>
                )}
                {detail}
                {count > 1 ? ` (${count} times)` : ''}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function groupFindings(findings: readonly Finding[]): [FindingKind, Finding[]][] {
  const groups = new Map<FindingKind, Finding[]>();
  for (const finding of findings) groups.set(finding.kind, [...(groups.get(finding.kind) ?? []), finding]);
  return [...groups];
}
