/** A source file as the rules see it. */
export interface SourceFile {
  /** From the repository's root, with slashes: `src/store/store.ts`. */
  readonly path: string;
  readonly text: string;
}

/** One way to build the house wrongly. `find` names what breaks the rule in a file. */
export interface HouseRule {
  readonly sentence: string;
  find(file: SourceFile): readonly string[];
}

/** `src/…` by floor; a room may import its own files, and what this table grants it. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  ingest: ['domain'],
  fetch: ['domain'],
  store: ['domain'],
  search: ['domain'],
  compare: ['domain'],
  export: ['domain'],
  workbench: ['domain', 'ingest', 'fetch', 'store', 'search', 'compare', 'export'],
  api: ['domain', 'workbench'],
  web: ['domain', 'workbench', 'api'],
  settings: ['domain'],
  server: ['domain', 'settings', 'workbench', 'api', 'web'],
  cli: ['domain', 'settings', 'workbench', 'server'],
};

/** Every package the sources use, and the only rooms that know it. */
const PACKAGE_ROOMS: Readonly<Record<string, readonly string[]>> = {
  htmlparser2: ['ingest'],
  domhandler: ['ingest'],
  yauzl: ['ingest'],
  unpdf: ['ingest'],
  'tar-stream': ['ingest'],
  'xz-decompress': ['ingest'],
  'robots-parser': ['fetch'],
  'ipaddr.js': ['fetch'],
  'better-sqlite3': ['store'],
  'csv-stringify': ['export'],
  '@myriaddreamin/typst-ts-node-compiler': ['export'],
  docx: ['export'],
  yazl: ['export'],
  'hyparquet-writer': ['export'],
  'write-excel-file': ['export'],
  piscina: ['workbench'],
  stemmer: ['search'],
  hono: ['web', 'api', 'server'],
  '@hono/node-server': ['server'],
  '@fontsource-variable/source-serif-4': ['web'],
  'd3-scale': ['web'],
  'd3-shape': ['web'],
  'cli-progress': ['cli'],
};

const FLOOR_ONE = ['ingest', 'fetch', 'store', 'search', 'compare', 'export'];
const DOORS = ['api', 'web', 'cli', 'server'];

/** The rules of the house (docs/decisions/0005-floors-and-rooms.md), each as it is told to whoever breaks it. */
export const HOUSE_RULES: readonly HouseRule[] = [
  {
    sentence: 'The domain imports nothing: no Node module, no package, no other room.',
    find: (file) =>
      roomOf(file.path) !== 'domain' ? [] : readImports(file).filter((one) => roomOf(one) !== 'domain'),
  },
  {
    sentence:
      'Rooms of the first floor never import each other; what two of them need belongs in the domain.',
    find: (file) => findForeign(file, (from, to) => FLOOR_ONE.includes(from) && FLOOR_ONE.includes(to)),
  },
  {
    sentence:
      'Doors get a Workbench and domain types; what lies behind the workbench is not theirs to import.',
    find: (file) => findForeign(file, (from, to) => DOORS.includes(from) && FLOOR_ONE.includes(to)),
  },
  {
    sentence:
      'Imports point down only: domain, then ingest, fetch, store, search, compare and export, then workbench, then api and web, then server, then cli.',
    find: (file) =>
      findForeign(
        file,
        (from, to) =>
          from !== 'domain' &&
          !(FLOOR_ONE.includes(to) && (FLOOR_ONE.includes(from) || DOORS.includes(from))) &&
          !(MAY_IMPORT[from] ?? []).includes(to),
      ),
  },
  {
    sentence: 'A file of the sources stands in a room of the house.',
    find: ({ path }) =>
      path.startsWith('src/') && MAY_IMPORT[roomOf(path) ?? ''] === undefined ? [path] : [],
  },
  {
    sentence: 'A library lives in one room, and the table in test/promises/house-rules.ts says in which.',
    find: (file) =>
      readImports(file).filter((one) => {
        const room = roomOf(file.path);
        const name = packageOf(one);
        if (room === null || room === 'domain' || name === null) return false;
        return !(PACKAGE_ROOMS[name] ?? []).includes(room);
      }),
  },
  {
    sentence: 'The environment is read in one settings table, src/settings.ts.',
    find: (file) =>
      isServerSide(file) && file.path !== 'src/settings.ts' ? findText(file, /\bprocess\s*\.\s*env\b/) : [],
  },
  {
    sentence: 'Printing and exit codes belong to the command line.',
    find: (file) =>
      isServerSide(file) && roomOf(file.path) !== 'cli'
        ? findText(file, /\bconsole\s*\.|\bprocess\s*\.\s*(stdout|stderr|exit|exitCode)\b/)
        : [],
  },
  {
    sentence: '“Now” is a parameter: only the command line and the server look at the clock.',
    find: (file) =>
      isServerSide(file) && !['cli', 'server'].includes(roomOf(file.path) ?? '')
        ? findText(file, /\bDate\s*\.\s*now\b|\bnew\s+Date\s*(\(\s*\)|(?![\s\w(]))/)
        : [],
  },
  {
    sentence:
      'No file is called utils, helpers, common, shared, misc or index: a name says what a file knows.',
    find: ({ path }) =>
      /(^|[/.-])(utils?|helpers?|common|shared|misc)(\.[a-z]+)+$/.test(path) ||
      /(^|[/.])index(\.[a-z]+)+$/.test(path) ||
      /(^|\/)(utils?|helpers?|common|shared|misc)\//.test(path)
        ? [path]
        : [],
  },
  {
    sentence: 'Names of files are kebab-case.',
    find: ({ path }) =>
      /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/.test(path.split('/').at(-1) ?? '') ? [] : [path],
  },
  {
    sentence: 'A file has at most 400 lines.',
    find: (file) => (countLines(file) > 400 ? [`${countLines(file)} lines`] : []),
  },
];

/** Every break of every rule: `path: sentence (what)`. */
export function findBrokenRules(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    HOUSE_RULES.flatMap(({ sentence, find }) =>
      find(file).map((found) => `${file.path}: ${sentence} (${found})`),
    ),
  );
}

/** Files between 300 and 400 lines: allowed, but someone should say why. */
export function findLongFiles(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => countLines(file) > 300)
    .map((file) => `${file.path}: ${countLines(file)} lines`);
}

/** `src/store/sqlite/x.ts` → `store`; `src/server.ts` → `server`; null for what is not in src. */
function roomOf(path: string): string | null {
  return /^src\/([a-z-]+)(?:\/|\.tsx?$)/.exec(path)?.[1] ?? null;
}

function packageOf(specifier: string): string | null {
  if (specifier.startsWith('src/') || specifier.startsWith('node:')) return null;
  return /^(@[^/]+\/[^/]+|[^/]+)/.exec(specifier)?.[1] ?? null;
}

function findForeign({ path, text }: SourceFile, isBroken: (from: string, to: string) => boolean): string[] {
  const from = roomOf(path);
  if (from === null) return [];
  return readImports({ path, text }).filter((one) => {
    const to = roomOf(one);
    return to !== null && to !== from && isBroken(from, to);
  });
}

/** What a file imports, in any way: packages by name, own files by path from the root. */
function readImports({ path, text }: SourceFile): string[] {
  const code = dropComments(text);
  const found = [
    ...code.matchAll(/^\s*(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]/gm),
    ...code.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm),
    ...code.matchAll(/\bimport\s*\(\s*['"]([^'"]+)['"]/g),
    ...code.matchAll(/\bnew URL\(\s*['"](\.[^'"]+\.[jt]sx?)['"]\s*,\s*import\.meta\.url/g),
  ];
  return found.map(([, specifier = '']) =>
    specifier.startsWith('.') ? resolvePath(path, specifier) : specifier,
  );
}

function resolvePath(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Lines that are comments as a whole; what stands behind code on its line stays, which does no harm here. */
function dropComments(text: string): string {
  return text.replace(/^\s*\/\*[\s\S]*?\*\//gm, '').replace(/^\s*\/\/.*$/gm, '');
}

function findText(file: SourceFile, pattern: RegExp): string[] {
  return [...dropComments(file.text).matchAll(new RegExp(pattern, 'g'))].map(([found]) => found.trim());
}

/** What runs in a browser has a clock and a console of its own. */
function isServerSide({ path }: SourceFile): boolean {
  return path.startsWith('src/') && !path.startsWith('src/web/client/');
}

function countLines({ text }: SourceFile): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
