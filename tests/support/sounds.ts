import { Buffer } from 'node:buffer'

/** A WAV of 8,000 samples a second, 16 bits each: a tone that can be heard. */
export function aWav(seconds = 1, hertz = 440): Buffer {
  const RATE = 8000
  const data = Buffer.alloc(Math.round(seconds * RATE) * 2)
  for (let i = 0; i < data.length / 2; i++)
    data.writeInt16LE(Math.round(8000 * Math.sin((2 * Math.PI * hertz * i) / RATE)), i * 2)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(data.length, 40)
  return Buffer.concat([head, data])
}

/** Frames of silence of MPEG 1 layer III, 64 kbit/s at 44,100: 26 ms each. */
export function anMp3(frames = 40, tag = true): Buffer {
  const frame = Buffer.alloc(208)
  frame.set([0xff, 0xfb, 0x50, 0xc4])
  const id3 = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\x05', 'latin1'), Buffer.alloc(5)])
  return Buffer.concat([...(tag ? [id3] : []), ...Array.from({ length: frames }, () => frame)])
}

function page(position: number, body: Uint8Array): Buffer {
  const head = Buffer.alloc(28)
  head.write('OggS', 0, 'latin1')
  head.writeUInt32LE(position, 6)
  head.writeUInt8(1, 26)
  head.writeUInt8(body.length, 27)
  return Buffer.concat([head, body])
}

/** An Ogg of Opus; what it says is silence. */
export function anOgg(seconds = 2): Buffer {
  const head = Buffer.concat([Buffer.from('OpusHead', 'latin1'), Buffer.alloc(11)])
  return Buffer.concat([page(0, head), page(seconds * 48_000, Buffer.alloc(60))])
}

function box(name: string, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, body])
}

/** An MPEG-4 of one track: sound, or pictures. */
export function anM4a(seconds = 3, kind: 'soun' | 'vide' = 'soun'): Buffer {
  const header = Buffer.alloc(100)
  header.writeUInt32BE(1000, 12)
  header.writeUInt32BE(seconds * 1000, 16)
  const handler = Buffer.alloc(24)
  handler.write(kind, 8, 'latin1')
  return Buffer.concat([
    box('ftyp', Buffer.from('M4A \0\0\0\0', 'latin1')),
    box('moov', box('mvhd', header), box('trak', box('mdia', box('hdlr', handler)))),
    box('mdat', Buffer.alloc(64)),
  ])
}

function element(id: string, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  const size = Buffer.alloc(4)
  size.writeUInt32BE(0x10000000 + body.length)
  return Buffer.concat([Buffer.from(id, 'hex'), size, body])
}

/** A WebM of one track; without `seconds` as recorders write it, which tell no length. */
export function aWebm(seconds?: number, kind: 'sound' | 'pictures' = 'sound'): Buffer {
  const duration = Buffer.alloc(8)
  duration.writeDoubleBE((seconds ?? 0) * 1000)
  return Buffer.concat([
    element('1a45dfa3', Buffer.alloc(8)),
    element(
      '18538067',
      element('1549a966', ...(seconds === undefined ? [] : [element('4489', duration)])),
      element('1654ae6b', element('ae', element('83', Buffer.of(kind === 'sound' ? 2 : 1)))),
      element('1f43b675', Buffer.alloc(64)),
    ),
  ])
}
