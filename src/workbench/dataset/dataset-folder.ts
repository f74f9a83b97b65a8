import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { DATASET_NAME } from '../../domain/dataset/dataset-files.ts';
import { Problem } from '../../domain/problem.ts';

/** A folder that is filled beside the one it is to become. */
export interface DatasetFolder {
  /** Where to write. */
  readonly path: string;
  /** Puts it in its place, and takes away what was there. */
  keep(): Promise<void>;
  /** Takes it away, if it was not kept. */
  discard(): Promise<void>;
}

/** What may stand in a former dataset; a folder with anything else in it is somebody's own. */
const OURS = new Set(['README.md', 'datapackage.json', 'variorum.sqlite', 'csv', 'parquet']);

/**
 * @throws Problem conflict if the folder holds anything but a former dataset, or cannot be written
 */
export async function openDatasetFolder(named: string): Promise<DatasetFolder> {
  const wanted = await realpath(named).catch(() => resolve(named));
  const former = await lookAt(wanted, named);
  const id = randomUUID().slice(0, 8);
  const path = join(dirname(wanted), `.${basename(wanted)}.${id}.part`);
  await attempt(named, async () => {
    await mkdir(join(path, 'csv'), { recursive: true });
    await mkdir(join(path, 'parquet'));
  });
  return {
    path,
    keep: () =>
      attempt(named, async () => {
        if (former === 'nothing') return rename(path, wanted);
        // In two steps, for a folder that is not empty cannot be replaced in one.
        const old = join(dirname(wanted), `.${basename(wanted)}.${id}.old`);
        await rename(wanted, old);
        await rename(path, wanted).catch(async (error: unknown) => {
          await rename(old, wanted);
          throw error;
        });
        await rm(old, { recursive: true, force: true });
      }),
    discard: () => rm(path, { recursive: true, force: true }),
  };
}

async function lookAt(folder: string, named: string): Promise<'nothing' | 'folder'> {
  let entries: string[];
  try {
    entries = await readdir(folder);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return 'nothing';
    if (isCode(error, 'ENOTDIR'))
      throw new Problem('conflict', `${named} is a file; name a folder for the dataset.`);
    throw explain(error, named);
  }
  if (entries.length === 0) return 'folder';
  const strange = entries.filter((entry) => !OURS.has(entry));
  if (strange.length === 0 && (await isDataset(folder))) return 'folder';
  throw new Problem('conflict', `${named} is not empty, and is no former dataset; nothing was written.`, [
    `It holds ${entries.length === 1 ? 'one thing' : `${entries.length} things`}, such as “${(strange[0] ?? entries[0] ?? '').slice(0, 80)}”.`,
    'Name a folder that does not exist yet, an empty one, or one that holds a dataset and nothing else.',
  ]);
}

async function isDataset(folder: string): Promise<boolean> {
  try {
    const about: unknown = JSON.parse(await readFile(join(folder, 'datapackage.json'), 'utf8'));
    return typeof about === 'object' && about !== null && 'name' in about && about.name === DATASET_NAME;
  } catch {
    return false;
  }
}

async function attempt(named: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw explain(error, named);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission is missing',
  EPERM: 'permission is missing',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the space allowed on this disk is used up',
  ENOTDIR: 'a part of the path is a file',
  EBUSY: 'the folder is in use',
};

/** A failure to write as a problem; anything else as it is. */
export function explain(error: unknown, named: string): unknown {
  if (!(error instanceof Error && 'code' in error) || error instanceof Problem) return error;
  const reason = REASONS[String(error.code)];
  return reason === undefined
    ? error
    : new Problem('conflict', `The dataset could not be written to ${named}: ${reason}.`);
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
