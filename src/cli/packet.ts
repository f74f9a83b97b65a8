import { readFile } from 'node:fs/promises';
import { changeForm, PACKET_FORMS, type Packet, type PacketRequest, partName } from '../domain/packet.ts';
import { parsePacketFile } from '../domain/packet-file.ts';
import { Problem } from '../domain/problem.ts';
import { readSettings } from '../settings.ts';
import { type Command, type CommandInput, lastValues, settingOption } from './command.ts';
import { readPaperFlag } from './export-target.ts';
import type { Terminal } from './terminal.ts';
import { countOf } from './text-table.ts';
import { orStopped, runStoppable } from './until-stopped.ts';
import { withWorkbench } from './with-workbench.ts';
import { writeFileWhole } from './write-file-whole.ts';

/** What can be written. */
const NAMES = /\.(?:pdf|docx)$/i;

export const packetCommand: Command = {
  name: 'packet',
  summary: 'sets an exhibit packet or a country schedule from a file of chosen passages',
  operands: 'FILE.json',
  options: [
    {
      name: 'to',
      value: 'FILE',
      meaning: 'the PDF, split into FILE_Part1.pdf and so on if need be, or a .docx for Word',
    },
    {
      name: 'form',
      value: 'FORM',
      meaning: 'us (exhibit packet) or uk (country schedule), instead of the file’s',
    },
    { name: 'paper', value: 'PAPER', meaning: 'letter or a4, instead of the file’s' },
    settingOption('library'),
  ],
  about: [
    'What a packet file looks like is told in docs/guide/exhibits.md. Names and numbers of the case are in no packet file: they are blanks in the PDF.',
    'Files are split under 25 MB; the numbers on the pages run on.',
  ],
  examples: [
    ['variorum packet mali.json --to exhibit.pdf', 'an exhibit packet'],
    ['variorum packet mali.json --to exhibit.docx', 'the same as a Word document'],
    ['variorum packet mali.json --form uk --to schedule.pdf', 'a country schedule on A4'],
  ],
  async run(input, { terminal, listenForStop }) {
    const { library } = readSettings(['library'], lastValues(input));
    const { from, to } = readFiles(input);
    const request = overrule(parsePacketFile(await readPacketFile(from)), input);
    const stop = listenForStop();
    return withWorkbench({ library, readonly: true, pressThreads: 1 }, (workbench) =>
      runStoppable(stop, terminal.say, async () => {
        const packet = await workbench.buildPacket(request);
        const ending = new AbortController();
        stop.requested.then(() => ending.abort());
        if (/\.docx$/i.test(to)) {
          const bytes = await orStopped(workbench.renderPacketDocx(packet, ending.signal), stop);
          await writeFileWhole(to, [bytes]);
          terminal.say(
            `${to}: ${bytes.length.toLocaleString('en-US')} bytes. Word fills in its pages when it is opened.`,
          );
          sayRemarks(packet, terminal);
          return;
        }
        const parts = await orStopped(workbench.renderPacket(packet, ending.signal), stop);
        for (const [i, { bytes, pages, countedPages }] of parts.entries()) {
          const file = partName(to, i + 1, parts.length);
          await writeFileWhole(file, [bytes]);
          terminal.say(`${file}: ${countOf(pages, 'page')}, ${bytes.length.toLocaleString('en-US')} bytes.`);
          if (request.pageLimit !== null) {
            terminal.say(
              `${countedPages} of at most ${request.pageLimit} pages${countedPages > request.pageLimit ? ': too many' : ''}${countedPages < pages ? `; ${countOf(pages - countedPages, 'page')} to verify it not counted` : ''}.`,
            );
          }
        }
        sayRemarks(packet, terminal);
      }),
    );
  },
};

function sayRemarks({ issues }: Packet, terminal: Terminal): void {
  for (const { address, remark } of issues.flatMap(({ pins }) => pins)) {
    if (remark !== null) terminal.say(`${address}: ${remark}`);
  }
}

function readFiles({ operands, values }: CommandInput): { readonly from: string; readonly to: string } {
  const [from, ...more] = operands;
  const to = values.get('to')?.at(-1);
  if (from !== undefined && more.length === 0 && to !== undefined && NAMES.test(to)) return { from, to };
  throw new Problem('invalid-input', 'What was asked for cannot be understood.', [
    ...(from === undefined || more.length > 0 ? ['Name one packet file.'] : []),
    ...(to === undefined || !NAMES.test(to)
      ? ['to: name the PDF or Word document to write: --to exhibit.pdf or --to exhibit.docx.']
      : []),
  ]);
}

async function readPacketFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new Problem('not-found', `There is no file ${path} that can be read.`);
  }
}

/** Another form brings what is usual in it. */
function overrule(request: PacketRequest, { values }: CommandInput): PacketRequest {
  const problems: string[] = [];
  const typed = values.get('form')?.at(-1)?.toLowerCase();
  const form = typed === undefined ? request.form : PACKET_FORMS.find((one) => one === typed);
  if (form === undefined) problems.push(`form: “${typed?.slice(0, 60)}” is not known; write us or uk.`);
  const paper = readPaperFlag(values.get('paper')?.at(-1), problems);
  if (form === undefined || problems.length > 0) {
    throw new Problem('invalid-input', 'What was asked for cannot be understood.', problems);
  }
  const formed = changeForm(request, form);
  return { ...formed, paper: paper ?? formed.paper };
}
