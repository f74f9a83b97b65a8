// The doors know no room behind the workbench, and need to say what was found.
export {
  describeVerdict,
  listClaims,
  PASSAGE_VERDICT_WORDS,
  renderVerifiedJson,
  renderVerifiedTxt,
} from '../../export/render-verified.ts';
