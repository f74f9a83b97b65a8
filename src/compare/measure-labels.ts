import type { PassageOverlap } from './passage-overlap.ts';
import type { PreparedReport } from './prepare-report.ts';

/** What is not counted of the weight of two passages and of what they share, because it lies in their run-in labels. */
export interface LabelShare {
  readonly left: number;
  readonly right: number;
  readonly shared: number;
  /** Runs of words that lie in both labels. */
  readonly sharedRuns: number;
}

/** Part of a label's weight that is not counted: it says what a passage is about and not what it says. */
const DISCOUNT = 0.4;
const NOTHING: LabelShare = { left: 0, right: 0, shared: 0, sharedRuns: 0 };

/** A label that only one of the two has, or none of whose words the other's has, counts in full. */
export function measureLabels({ left, right, weightOf }: PassageOverlap, l: number, r: number): LabelShare {
  const one = labelFeaturesOf(left, l);
  const other = labelFeaturesOf(right, r);
  if (one.length === 0 || other.length === 0) return NOTHING;
  const both = one.filter((feature) => other.includes(feature));
  if (both.length === 0) return NOTHING;
  const discount = (features: Int32Array): number =>
    DISCOUNT * features.reduce((sum, feature) => sum + weightOf(feature), 0);
  const otherRuns = labelRunsOf(right, r);
  return {
    left: discount(one),
    right: discount(other),
    shared: discount(both),
    sharedRuns: labelRunsOf(left, l).filter((run) => otherRuns.includes(run)).length,
  };
}

function labelFeaturesOf(
  { features, featureFrom, labelFeatures }: PreparedReport,
  passage: number,
): Int32Array {
  const from = featureFrom[passage] ?? 0;
  return features.subarray(from, from + (labelFeatures[passage] ?? 0));
}

function labelRunsOf({ runs, runFrom, labelRuns }: PreparedReport, passage: number): Int32Array {
  const from = runFrom[passage] ?? 0;
  return runs.subarray(from, from + (labelRuns[passage] ?? 0));
}
