import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runNpm } from './run.mjs';

/** Ends the process with one line if this Node is older than package.json asks for. */
export function requireNode(root) {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node.replace(/^>=/, '');
  if (compareVersions(process.versions.node, wanted) >= 0) return;
  console.error(
    `Variorum needs Node ${wanted} or newer; this is Node ${process.versions.node} (see https://nodejs.org).`,
  );
  process.exit(6);
}

/** Installs the dependencies if they are not those of package-lock.json. @returns {boolean} whether all is there now */
export function installMissing(root) {
  if (!isInstalled(root)) {
    console.error('Installing what is missing …');
    // Not `npm ci`: it refuses a lock file in which packages for other platforms stand without a version, as npm itself
    // writes them where a registry does not tell. `--no-save` leaves the lock file as it is.
    const code = runNpm(
      ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
      root,
    );
    if (code !== 0) {
      // npm writes its mark first and runs the packages' own installers afterwards.
      rmSync(join(root, INSTALLED), { force: true });
      console.error(
        'npm install did not finish; its message stands above. It needs access to the npm registry.',
      );
      return false;
    }
  }
  return repairSqlite(root);
}

const INSTALLED = join('node_modules', '.package-lock.json');

function isInstalled(root) {
  if (!existsSync(join(root, INSTALLED))) return false;
  const wanted = readPackages(join(root, 'package-lock.json'));
  const there = readPackages(join(root, INSTALLED));
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const held = there[path];
    return held === undefined ? entry.optional === true : held.version === entry.version;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** better-sqlite3 is compiled for one Node; after a change of Node it must be fetched or compiled again. */
function repairSqlite(root) {
  const opens = () => {
    const Database = createRequire(join(root, 'package.json'))('better-sqlite3');
    new Database(':memory:').close();
  };
  try {
    opens();
    return true;
  } catch (error) {
    console.error('The database module does not fit this Node; fetching the one that does …');
    if (runNpm(['rebuild', 'better-sqlite3', '--loglevel=error'], root) === 0) return true;
    console.error(`better-sqlite3 cannot be loaded: ${String(error.message).split('\n')[0]}`);
    return false;
  }
}

function compareVersions(left, right) {
  const a = left.split('.').map(Number);
  const b = right.split('.').map(Number);
  for (let i = 0; i < 3; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
