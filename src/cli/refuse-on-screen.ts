import type { Terminal } from './terminal.ts';

/** The problem with printing a file that is no text, if somebody looks at the screen it would be printed on. */
export function refuseOnScreen(
  format: string | null,
  output: string | undefined,
  { page }: Pick<Terminal, 'page'>,
): string[] {
  if (format === null || output !== undefined || page === undefined) return [];
  return [`format: ${format} is nothing for a screen; name a file with --output.`];
}
