import { describe, expect, it } from 'vitest';
import { findUnreachableRange } from '../../src/fetch/public-address.ts';

describe('an address that a name leads to', () => {
  it.each([
    '127.0.0.1',
    '127.255.0.9',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '192.0.2.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::7f00:1',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    '2001:db8::1',
    'no address',
  ])('is not connected to: %s', (address) => {
    expect(findUnreachableRange(address)).not.toBeNull();
  });

  it.each(['8.8.8.8', '151.101.1.1', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8', '64:ff9b::808:808'])(
    'is of the open internet: %s',
    (address) => {
      expect(findUnreachableRange(address)).toBeNull();
    },
  );
});
