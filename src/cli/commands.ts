import { checkCommand } from './check.ts';
import { citeCommand } from './cite.ts';
import type { Command } from './command.ts';
import { compareCommand } from './compare.ts';
import { correctCommand } from './correct.ts';
import { coverageCommand } from './coverage.ts';
import { datasetCommand } from './dataset.ts';
import { deriveCommand } from './derive.ts';
import { exportCommand } from './export.ts';
import { fetchCommand } from './fetch.ts';
import { historyCommand } from './history.ts';
import { importCommand } from './import.ts';
import { lastReportedCommand } from './last-reported.ts';
import { packetCommand } from './packet.ts';
import { proofCommand } from './proof.ts';
import { quoteCommand } from './quote.ts';
import { removedCommand } from './removed.ts';
import { reportCommand } from './report.ts';
import { searchCommand } from './search.ts';
import { serveCommand } from './serve.ts';
import { verifyCommand } from './verify.ts';
import { warcCommand } from './warc.ts';

/** All commands, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  serveCommand,
  importCommand,
  fetchCommand,
  searchCommand,
  reportCommand,
  quoteCommand,
  compareCommand,
  removedCommand,
  correctCommand,
  historyCommand,
  citeCommand,
  lastReportedCommand,
  deriveCommand,
  coverageCommand,
  exportCommand,
  packetCommand,
  checkCommand,
  verifyCommand,
  proofCommand,
  datasetCommand,
  warcCommand,
];
