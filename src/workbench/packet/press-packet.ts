import type { Packet } from '../../domain/packet.ts';
import { type PacketPart, unpackParts } from '../../export/pdf/packed-parts.ts';
import type { Press } from '../press/press.ts';

// The doors know no room behind the workbench, and are handed these.
export type { PacketPart };

/** The files of a packet, in order. @throws Problem as the format says */
export async function pressPacket(
  packet: Packet,
  press: Press,
  signal: AbortSignal,
): Promise<readonly PacketPart[]> {
  return unpackParts(await press.make({ kind: 'packet', format: 'pdf', packet }, signal));
}

/** The packet as one Word document. @throws Problem as the format says */
export function pressPacketDocx(packet: Packet, press: Press, signal: AbortSignal): Promise<Uint8Array> {
  return press.make({ kind: 'packet', format: 'docx', packet }, signal);
}
