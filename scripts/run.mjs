import { spawnSync } from 'node:child_process';
import { constants } from 'node:os';

/** Runs a program with our own input and output; gives its exit code (128 + signal if one ended it). */
export function run(command, args, options = {}) {
  const { status, signal, error } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (error !== undefined) {
    console.error(`${command}: ${error.message}`);
    return 127;
  }
  return status ?? 128 + (constants.signals[signal] ?? 0);
}

/** npm as it was called for us, or the one on PATH. What it prints goes to standard error. */
export function runNpm(args, root) {
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const npm = process.env.npm_execpath;
  return npm !== undefined && /\.c?js$/.test(npm)
    ? run(process.execPath, [npm, ...args], options)
    : run('npm', args, { ...options, shell: process.platform === 'win32' });
}
