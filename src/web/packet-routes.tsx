import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type PacketRequest, partName } from '../domain/packet.ts';
import { formatPacketFile, parsePacketFile } from '../domain/packet-file.ts';
import { Problem } from '../domain/problem.ts';
import { EXPORT_FORMATS } from '../workbench/render-publication.ts';
import type { FieldProblem } from './components/error-summary.tsx';
import type { PreviewedPacket } from './components/packet-preview.tsx';
import { type Desk, rawQuery, redirectTo } from './desk.ts';
import { renderDocument } from './document.tsx';
import { isFromHere } from './is-from-here.ts';
import { packetAddress } from './packet-addresses.ts';
import { type PacketTyped, readPacketRequest, readTyped, typePacket } from './packet-form.ts';
import { PacketPage } from './pages/packet-page.tsx';
import { renderFormPage } from './render-form-page.ts';
import { answerPage, type RenderedPage } from './rendered-page.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

/** Two thousand pins with long notes. */
const MOST_BYTES = 1_000_000;

/** So many passages fit into an address. */
const MOST_IN_ADDRESS = 100;

/**
 * `/packet`: pinned passages made into an exhibit. What is asked for is posted, since issues and notes are facts of a
 * case: it stands in no address, changes nothing and is not kept. `/packet?pins=…` names passages alone.
 */
export function addPacketRoutes(app: Hono, desk: Desk): void {
  const limit = bodyLimit({
    maxSize: MOST_BYTES,
    onError: () => {
      throw new Problem('invalid-input', 'More was sent than a packet can hold.', [
        `Send at most ${MOST_BYTES.toLocaleString('en-US')} bytes: fewer passages or shorter notes.`,
      ]);
    },
  });
  app.get('/packet', (c) => answerAddress(c, desk));
  app.post('/packet', limit, async (c) => {
    const sent = await readSent(c);
    return 'typed' in sent ? answerPreview(c, desk, sent.typed) : answerForm(c, desk, NOTHING, sent.problems);
  });
  app.post('/packet.pdf', limit, (c) => answerMade(c, desk, sendPdf));
  app.post('/packet.docx', limit, (c) => answerMade(c, desk, sendDocx));
  app.post('/packet.json', limit, (c) => answerMade(c, desk, async (_, request) => sendFile(request)));
  // Who loads a download again asks for it with GET.
  for (const path of ['/packet.pdf', '/packet.docx', '/packet.json'])
    app.get(path, () => redirectTo('/packet', 303));
}

const NOTHING: PacketTyped = readTyped(new URLSearchParams());

async function answerAddress(c: Context, desk: Desk): Promise<Response> {
  const pins = new URLSearchParams(rawQuery(c))
    .getAll('pins')
    .flatMap((list) => list.split(/[\s,;]+/))
    .filter((pin) => pin !== '');
  if (pins.length === 0) return answerForm(c, desk, NOTHING, []);
  if (pins.length > MOST_IN_ADDRESS) {
    const message = `Passages: the address names ${pins.length}, ${MOST_IN_ADDRESS} at most. Paste them into the list.`;
    return answerForm(c, desk, NOTHING, [{ field: 'list', message }]);
  }
  const typed = { ...NOTHING, list: pins.join('\n') };
  const reading = readPacketRequest(typed);
  if ('problems' in reading) return answerForm(c, desk, typed, reading.problems);
  const addressed = reading.request.issues.flatMap((issue) => issue.pins.map(({ address }) => address));
  return orProblems(c, desk, typed, async () => {
    const packet = await desk.workbench.buildPacket(reading.request);
    // Whoever only follows links has no file made.
    const preview = { packet, parts: null, trouble: [] };
    return answerForm(c, desk, typed, [], { preview, addressed });
  });
}

async function answerPreview(c: Context, desk: Desk, typed: PacketTyped): Promise<Response> {
  const reading = readPacketRequest(typed);
  if ('problems' in reading) return answerForm(c, desk, typed, reading.problems);
  return orProblems(c, desk, typed, async () => {
    const { workbench } = desk;
    const packet = await workbench.buildPacket(reading.request);
    try {
      const made = await press(c, (signal) => workbench.renderPacket(packet, signal));
      const parts = made.map(({ pages, countedPages, bytes }) => ({
        pages,
        countedPages,
        size: bytes.length,
      }));
      return answerForm(c, desk, typed, [], { preview: { packet, parts, trouble: [] } });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const trouble = [error.message, ...error.details];
      return answerForm(c, desk, typed, [], { preview: { packet, parts: null, trouble } });
    }
  });
}

/** A file, or the form again with what is to be mended. */
async function answerMade(
  c: Context,
  desk: Desk,
  make: (c: Context, request: PacketRequest, fields: URLSearchParams, desk: Desk) => Promise<Response>,
): Promise<Response> {
  const sent = await readSent(c);
  if ('problems' in sent) return answerForm(c, desk, NOTHING, sent.problems);
  const reading = readPacketRequest(sent.typed);
  if ('problems' in reading) return answerForm(c, desk, sent.typed, reading.problems);
  return orProblems(c, desk, sent.typed, () => make(c, reading.request, sent.fields, desk));
}

async function sendPdf(
  c: Context,
  request: PacketRequest,
  fields: URLSearchParams,
  desk: Desk,
): Promise<Response> {
  const packet = await desk.workbench.buildPacket(request);
  const parts = await press(c, (signal) => desk.workbench.renderPacket(packet, signal));
  const asked = fields.get('part');
  const index = asked === null && parts.length === 1 ? 0 : Number(asked) - 1;
  const part = parts[index];
  if (part !== undefined) {
    return attach(part.bytes, 'application/pdf', partName('variorum-packet.pdf', index + 1, parts.length));
  }
  throw new Problem('invalid-input', `The packet is split into ${parts.length} files.`, [
    'Press Preview: each of them stands there, to be downloaded one by one.',
  ]);
}

async function sendDocx(
  c: Context,
  request: PacketRequest,
  _: URLSearchParams,
  desk: Desk,
): Promise<Response> {
  const packet = await desk.workbench.buildPacket(request);
  const bytes = await press(c, (signal) => desk.workbench.renderPacketDocx(packet, signal));
  return attach(bytes, EXPORT_FORMATS.docx.mediaType, 'variorum-packet.docx');
}

/** Who goes away ends the making, which is nobody's fault. */
async function press<T>(c: Context, make: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { signal } = c.req.raw;
  try {
    return await make(signal);
  } catch (error) {
    throw signal.aborted
      ? new Problem('conflict', 'The making was stopped, for nobody waits for it.')
      : error;
  }
}

function sendFile(request: PacketRequest): Response {
  return attach(Buffer.from(formatPacketFile(request)), 'application/json', 'variorum-packet.json');
}

function attach(bytes: Uint8Array, type: string, name: string): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      ...SECURITY_HEADERS,
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Length': String(bytes.byteLength),
      'Cache-Control': 'no-store',
    },
  });
}

type Sent =
  | { readonly typed: PacketTyped; readonly fields: URLSearchParams }
  | { readonly problems: readonly FieldProblem[] };

/** @throws Problem invalid-input if it came from another site, or is no form */
async function readSent(c: Context): Promise<Sent> {
  if (!isFromHere(c)) {
    throw new Problem('invalid-input', 'This was sent from another site, so no packet was made.', [
      'Open the Packet page here and send it from there; programs use variorum packet.',
    ]);
  }
  const type = (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  switch (type) {
    case 'application/x-www-form-urlencoded': {
      const fields = new URLSearchParams(await c.req.text());
      return { typed: readTyped(fields), fields };
    }
    case 'multipart/form-data':
      return openFile(c);
    default:
      throw new Problem('invalid-input', 'What was sent cannot be read.', [
        `Content-Type: “${type.slice(0, 60)}”; send the form of the page.`,
      ]);
  }
}

async function openFile(c: Context): Promise<Sent> {
  const { file } = await c.req.parseBody().catch(() => ({ file: undefined }));
  try {
    const text = file instanceof File ? await file.text() : (file ?? '');
    return { typed: typePacket(parsePacketFile(String(text))), fields: new URLSearchParams() };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { problems: [error.message, ...error.details].map((message) => ({ field: 'file', message })) };
  }
}

async function orProblems(
  c: Context,
  desk: Desk,
  typed: PacketTyped,
  answer: () => Promise<Response>,
): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof Problem) || (error.kind !== 'invalid-input' && error.kind !== 'not-found'))
      throw error;
    const lines = error.details.length === 0 ? [error.message] : error.details;
    return answerForm(
      c,
      desk,
      typed,
      lines.map((message) => ({ field: 'list', message })),
    );
  }
}

async function answerForm(
  c: Context,
  desk: Desk,
  typed: PacketTyped,
  problems: readonly FieldProblem[],
  shown: { readonly preview?: PreviewedPacket; readonly addressed?: readonly string[] } = {},
): Promise<Response> {
  const { preview = null, addressed = [] } = shown;
  const status: RenderedPage['status'] = problems.length === 0 ? 200 : 400;
  const site = await desk.openSite(c);
  const page = renderDocument(
    site,
    {
      title: problems.length === 0 ? 'Packet' : 'Something is to be mended',
      description:
        'Make an exhibit or a country schedule of passages from the country reports on human rights practices.',
      part: '/packet',
      canonical: packetAddress(addressed),
      scripts: ['packet-page.js'],
    },
    <PacketPage typed={typed} problems={problems} preview={preview} addressed={addressed} />,
  );
  return answerPage(c, renderFormPage(page, status));
}
