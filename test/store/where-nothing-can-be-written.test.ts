import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { asOrdinaryUser } from '../as-ordinary-user.ts';
import { makeReport } from '../workbench/small-library.ts';

const EMPTY = { encoding: 'br' as const, data: new Uint8Array() };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-test-'));
  chmodSync(folder, 0o755);
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

async function fill(): Promise<void> {
  const store = openSqliteStore(folder);
  await store.saveReport(makeReport(2021, 'osi', [{ key: '1', texts: ['The isles were quiet.'] }]), EMPTY);
  await store.close();
}

function closeToWriting(): void {
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
  chmodSync(folder, 0o555);
}

describe('a library that was closed', () => {
  test('is one file', async () => {
    await fill();
    expect(readdirSync(folder)).toEqual(['library.sqlite']);
  });

  test('can be read where nothing can be written, and stays as it is', async () => {
    await fill();
    closeToWriting();
    await asOrdinaryUser(async () => {
      const store = openSqliteStore(folder, { readonly: true });
      expect(await store.getStamp()).toMatchObject({ reports: 1 });
      expect(await store.listHeads({ editions: null, areas: null })).toHaveLength(1);
      await store.close();
    });
    expect(readdirSync(folder)).toEqual(['library.sqlite']);
  });

  test('is not opened for writing where nothing can be written', async () => {
    await fill();
    closeToWriting();
    await asOrdinaryUser(async () => {
      expect(() => openSqliteStore(folder)).toThrow(
        expect.objectContaining({
          kind: 'conflict',
          message: expect.stringContaining('can only be read, so nothing was saved'),
        }),
      );
    });
  });
});

describe('a library that somebody writes to', () => {
  test('stays open to readers when another writer closes it', async () => {
    await fill();
    const reader = openSqliteStore(folder, { readonly: true });
    const first = openSqliteStore(folder);
    const second = openSqliteStore(folder);
    await first.close();
    await second.saveReport(makeReport(2019, 'osi', [{ key: '1', texts: ['Quiet again.'] }]), EMPTY);
    expect(await reader.getStamp()).toMatchObject({ reports: 2 });
    await reader.close();
    await second.close();
    expect(readdirSync(folder)).toEqual(['library.sqlite']);
  });
});

describe('a library behind a closed door', () => {
  test('is not said to be missing', async () => {
    await fill();
    chmodSync(folder, 0o000);
    await asOrdinaryUser(async () => {
      expect(() => openSqliteStore(folder, { readonly: true })).toThrow(
        expect.objectContaining({ kind: 'conflict', message: expect.stringContaining('may not look into') }),
      );
    });
  });
});
