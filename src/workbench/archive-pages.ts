import { hash } from 'node:crypto';
import { Problem } from '../domain/problem.ts';
import { renderWarc, type WarcPage } from '../export/render-warc.ts';
import { decompressPage } from '../ingest/read-capture.ts';
import { SOURCE_LIMITS } from '../ingest/sources/source-limits.ts';
import type { CaptureRecord, Store } from '../store/store.ts';

/**
 * Every captured page that the library holds, those of older versions too, as a WARC file packed with gzip.
 * @throws Problem not-found where none is held; conflict where kept bytes are not those that were captured
 */
export async function* archivePages(store: Store): AsyncGenerator<Uint8Array> {
  const captures = await store.listCaptures({ editions: null, areas: null });
  if (captures.length === 0) throw new Problem('not-found', 'The library holds no page to be archived.');
  const times = captures.flatMap(({ provenance: { capturedAt } }) => capturedAt ?? []).sort();
  const { version } = await store.getStamp();
  yield* renderWarc(keptPages(captures, store), { library: version, youngest: times.at(-1) ?? null });
}

async function* keptPages(captures: readonly CaptureRecord[], store: Store): AsyncGenerator<WarcPage> {
  for (const capture of captures) {
    const { sha256 } = capture.provenance;
    const kept = await store.readCapture(sha256);
    const bytes = kept === null ? null : unpack(kept.data);
    if (bytes === null || hash('sha256', bytes, 'hex') !== sha256) {
      throw new Problem(
        'conflict',
        `The kept bytes of ${capture.edition}/${capture.area} are missing or damaged, so nothing was archived.`,
        ['“variorum check” says more.'],
      );
    }
    yield { ...capture, bytes };
  }
}

function unpack(data: Uint8Array): Uint8Array | null {
  try {
    return decompressPage(data, SOURCE_LIMITS.maxPageBytes);
  } catch {
    return null;
  }
}
