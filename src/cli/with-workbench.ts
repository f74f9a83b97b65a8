import { type OpenOptions, openWorkbench } from '../workbench/open-workbench.ts';
import type { Workbench } from '../workbench/workbench.ts';

/** Opens a library for the time of one piece of work. */
export async function withWorkbench<T>(
  options: OpenOptions,
  work: (workbench: Workbench) => Promise<T>,
): Promise<T> {
  const workbench = await openWorkbench(options);
  try {
    return await work(workbench);
  } finally {
    await workbench.close();
  }
}
