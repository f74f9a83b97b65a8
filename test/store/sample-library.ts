import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWorkbench } from '../../src/workbench/open-workbench.ts';
import type { Workbench } from '../../src/workbench/workbench.ts';

/** The invented editions that ship with the software. */
export const SAMPLE = fileURLToPath(new URL('../../sample', import.meta.url));

/** A library of its own in a temporary folder, with the sample editions in it. */
export async function openSampleLibrary(): Promise<{
  workbench: Workbench;
  folder: string;
  remove(): Promise<void>;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-test-'));
  const workbench = await openWorkbench({ library: join(folder, 'library'), readonly: false });
  for await (const event of workbench.importPages({ paths: [SAMPLE], workers: 0 })) {
    if (event.kind === 'refused') throw new Error(`${event.path}: ${event.reason}`);
  }
  return {
    workbench,
    folder: join(folder, 'library'),
    async remove() {
      await workbench.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
