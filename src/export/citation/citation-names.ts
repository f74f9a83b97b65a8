import type { Citation } from '../../domain/citation.ts';
import { BUREAU } from '../../domain/report-facts.ts';

/** Who published it, as the styles write it; `department` is null where none did: of an invented sample. */
export interface CitationNames {
  readonly bureau: string;
  /** By the Bluebook’s tables of abbreviations. */
  readonly shortBureau: string;
  readonly department: {
    readonly bluebook: string;
    readonly dotted: string;
    readonly undotted: string;
    readonly mla: string;
  } | null;
}

export function listNames({ bureau }: Citation): CitationNames {
  if (bureau === null) return { bureau: 'Variorum', shortBureau: 'Variorum', department: null };
  return {
    bureau,
    shortBureau: bureau === BUREAU ? 'Bureau of Democracy, Hum. Rts. & Lab.' : bureau,
    department: {
      bluebook: "U.S. Dep't of State",
      dotted: 'U.S. Department of State',
      undotted: 'US Department of State',
      mla: 'United States, Department of State',
    },
  };
}
