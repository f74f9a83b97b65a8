import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

/** Runs node with arguments; gives seconds, peak resident memory in MB and what it printed. */
export async function runChild(args) {
  const began = process.hrtime.bigint();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.on('data', (piece) => {
    out += piece;
  });
  child.stderr.on('data', (piece) => {
    err += piece;
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, memory(child.pid).peak);
  }, 100);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  return { code, seconds: Number(process.hrtime.bigint() - began) / 1e9, peak, out, err };
}

/** The command line. */
export function runCli(...args) {
  return runChild([CLI, ...args]);
}

/** A child that serves on a free port of the loopback address; `stop` ends it. */
export async function startChild(args, port) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  for (let tries = 0; ; tries += 1) {
    try {
      await fetch(`http://127.0.0.1:${port}/`);
      break;
    } catch (error) {
      if (tries === 200 || child.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return {
    pid: child.pid,
    stop: () =>
      new Promise((resolve) => {
        child.on('close', resolve);
        child.kill('SIGTERM');
      }),
  };
}

export function startServer(library, port) {
  return startChild([CLI, 'serve', '--library', library, '--port', String(port)], port);
}

/** Resident memory of a process in MB, now and at its peak; Linux only. */
export function memory(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const read = (name) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
    return { now: read('VmRSS'), peak: read('VmHWM') };
  } catch {
    return { now: 0, peak: 0 };
  }
}

/** Seconds of processor time that a process and those it started have used so far; Linux only. */
export function processorTime(pid) {
  const children = new Map();
  const used = new Map();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${entry}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      used.set(Number(entry), (Number(fields[11]) + Number(fields[12])) / 100);
      children.set(Number(fields[1]), [...(children.get(Number(fields[1])) ?? []), Number(entry)]);
    } catch {
      // It ended meanwhile.
    }
  }
  const sum = (one) =>
    (used.get(one) ?? 0) + (children.get(one) ?? []).reduce((all, child) => all + sum(child), 0);
  return sum(pid);
}

/** A port that nobody uses. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
