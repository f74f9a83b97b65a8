import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** What an address and the headers behind it may take: ten thousand names in an address are still told what is wrong. */
export const LONGEST_HEAD = 131_072;

/** Answers a request that cannot even be read as one, in plain words, and closes the connection. */
export function refuseUnreadableRequest(error: Error, socket: Duplex): void {
  if (!socket.writable || ('code' in error && error.code === 'ECONNRESET')) {
    socket.destroy();
    return;
  }
  const [status, sentence] = describe(error);
  const body = `${sentence}\n`;
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'Connection: close',
      'Content-Type: text/plain; charset=utf-8',
      'X-Content-Type-Options: nosniff',
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  );
}

function describe(error: Error): [status: number, sentence: string] {
  switch ('code' in error ? error.code : null) {
    case 'HPE_HEADER_OVERFLOW':
      return [
        431,
        'The address is too long. Ask for regions, for whole chapters or for all instead of naming each.',
      ];
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return [408, 'The request did not arrive in time.'];
    default:
      return [400, 'This is not a request that can be read.'];
  }
}
