import { describe, expect, it } from 'vitest';
import { formatCursor, readCursor } from '../../../src/workbench/search/search-cursor.ts';

const stamp = (version: string) => ({ version }) as Parameters<typeof readCursor>[1];

describe('a place in a list of hits', () => {
  it('is read as it was given out', () => {
    for (const offset of [0, 20, 204_166, 999_999_999]) {
      const cursor = formatCursor({ library: '0123456789ab', offset });
      expect(cursor).toMatch(/^[\w-]+$/);
      expect(readCursor(cursor, stamp('0123456789ab'))).toEqual({ offset, stale: false });
    }
  });

  it('begins again when the library has changed', () => {
    const cursor = formatCursor({ library: '0123456789ab', offset: 40 });
    expect(readCursor(cursor, stamp('ba9876543210'))).toEqual({ offset: 0, stale: true });
  });

  it('is none if it is anything else', () => {
    const texts = [
      '',
      '!',
      'prison',
      Buffer.from('0123456789ab:-1').toString('base64url'),
      Buffer.from('0123456789ab:1e3').toString('base64url'),
      'A'.repeat(61),
    ];
    for (const text of texts) expect(readCursor(text, stamp('0123456789ab')), text).toBeNull();
  });
});
