import { listBoilerplateRules } from '../ingest/boilerplate.ts';

/** A rule by which words of a page may be left out of its report. */
export interface OmissionRule {
  readonly id: string;
  readonly reason: string;
}

/** The whole allow-list, for whoever wants to know what may be missing. */
export function listOmissionRules(): readonly OmissionRule[] {
  return listBoilerplateRules().map(({ id, reason }) => ({ id, reason }));
}
