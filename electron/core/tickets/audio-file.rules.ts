import type { AudioFormat } from './ticket.model.ts'

/** The most that one voice message takes, in bytes; speech of five minutes fits in every usual form. */
export const LARGEST_VOICE = 2 * 1024 * 1024
/** The longest voice message, in seconds. */
export const LONGEST_VOICE = 300

/** Codes of the texts of refusals. */
export type AudioFault =
  'voice-empty' | 'voice-too-big' | 'voice-not-audio' | 'voice-broken' | 'voice-too-long'

/** `seconds`: null where the file itself does not tell its length. */
export type CheckedAudio =
  | { readonly ok: true; readonly format: AudioFormat; readonly seconds: number | null }
  | { readonly ok: false; readonly fault: AudioFault }

/** Whether a file may be kept as a voice message: whole sound by its content, not too large and not too long. */
export function checkAudio(bytes: Uint8Array): CheckedAudio {
  const no = (fault: AudioFault): CheckedAudio => ({ ok: false, fault })
  if (bytes.length === 0) return no('voice-empty')
  if (bytes.length > LARGEST_VOICE) return no('voice-too-big')
  const format = audioFormatOf(bytes)
  if (!format) return no('voice-not-audio')
  const seconds = SECONDS[format](bytes)
  if (seconds === undefined) return no('voice-broken')
  if (seconds !== null && seconds > LONGEST_VOICE) return no('voice-too-long')
  return { ok: true, format, seconds: seconds === null ? null : Math.round(seconds) }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Four or so Latin letters of a file. */
function wordAt(bytes: Uint8Array, at: number, length = 4): string {
  return String.fromCharCode(...bytes.subarray(at, at + length))
}

/** What a file is by its first bytes, whatever its name says; undefined for anything but sound. */
export function audioFormatOf(bytes: Uint8Array): AudioFormat | undefined {
  if (wordAt(bytes, 0) === 'RIFF' && wordAt(bytes, 8) === 'WAVE') return 'wav'
  if (wordAt(bytes, 0) === 'OggS') return 'ogg'
  if (wordAt(bytes, 4) === 'ftyp') return 'm4a'
  if (bytes.length >= 4 && viewOf(bytes).getUint32(0) === 0x1a45dfa3) return 'webm'
  if (wordAt(bytes, 0, 3) === 'ID3') return 'mp3'
  return bytes.length >= 4 && mp3Frame(bytes, 0) ? 'mp3' : undefined
}

/** Length in seconds; null where it is not told, undefined for a broken file. */
type Length = number | null | undefined

const SECONDS: Readonly<Record<AudioFormat, (bytes: Uint8Array) => Length>> = {
  wav: wavSeconds,
  mp3: mp3Seconds,
  ogg: oggSeconds,
  m4a: m4aSeconds,
  webm: webmSeconds,
}

/** By the rate of its format and the bytes of its data; a cut file ends before its data does. */
function wavSeconds(bytes: Uint8Array): Length {
  const view = viewOf(bytes)
  let perSecond = 0
  for (let at = 12; at + 8 <= bytes.length;) {
    const name = wordAt(bytes, at)
    const size = view.getUint32(at + 4, true)
    if (name === 'fmt ' && at + 20 <= bytes.length) perSecond = view.getUint32(at + 16, true)
    if (name === 'data') {
      if (perSecond === 0 || size === 0 || at + 8 + size > bytes.length) return undefined
      return size / perSecond
    }
    at += 8 + size + (size % 2)
  }
  return undefined
}

/** kbit/s of layer III: MPEG 1, then MPEG 2 and 2.5. */
const BIT_RATES = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const
const SAMPLE_RATES: Readonly<Record<number, readonly number[]>> = {
  3: [44_100, 48_000, 32_000],
  2: [22_050, 24_000, 16_000],
  0: [11_025, 12_000, 8_000],
}

interface Frame {
  readonly length: number
  readonly seconds: number
}

/** A frame of MPEG layer III at a place; undefined where none begins. */
function mp3Frame(bytes: Uint8Array, at: number): Frame | undefined {
  const [sync = 0, kind = 0, rates = 0] = bytes.subarray(at, at + 3)
  if (sync !== 0xff || (kind & 0xe6) !== 0xe2) return undefined
  const version = (kind >> 3) & 3
  const isFirst = version === 3
  const rate = BIT_RATES[isFirst ? 0 : 1][rates >> 4]
  const hertz = SAMPLE_RATES[version]?.[(rates >> 2) & 3]
  if (!rate || hertz === undefined) return undefined
  const samples = isFirst ? 1152 : 576
  const padding = (rates >> 1) & 1
  const length = Math.floor((samples * rate * 125) / hertz) + padding
  return { length, seconds: samples / hertz }
}

function mp3Seconds(bytes: Uint8Array): Length {
  let at = wordAt(bytes, 0, 3) === 'ID3' ? tagLength(bytes) : 0
  let seconds = 0
  let frames = 0
  for (;;) {
    const frame = mp3Frame(bytes, at)
    if (!frame || at + frame.length > bytes.length) break
    seconds += frame.seconds
    frames++
    at += frame.length
  }
  // One frame may be chance; a tag of the old kind may follow the last.
  return frames < 2 ? undefined : seconds
}

/** Of a tag before the sound: four bytes of seven bits. */
function tagLength(bytes: Uint8Array): number {
  return 10 + bytes.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0)
}

const PAGE = 27

/** By the place of the last page, counted in samples; Opus counts 48,000 in a second, Vorbis says its own. */
function oggSeconds(bytes: Uint8Array): Length {
  const view = viewOf(bytes)
  let hertz: number | undefined
  let samples = 0
  let at = 0
  while (at + PAGE <= bytes.length && wordAt(bytes, at) === 'OggS') {
    const table = bytes.subarray(at + PAGE, at + PAGE + view.getUint8(at + 26))
    const body = at + PAGE + view.getUint8(at + 26)
    const end = body + table.reduce((sum, byte) => sum + byte, 0)
    if (end > bytes.length) return undefined
    hertz ??= rateOfOgg(bytes, body)
    if (hertz === undefined) return undefined
    const [low, high] = [view.getUint32(at + 6, true), view.getUint32(at + 10, true)]
    if (high !== 0xffffffff) samples = Math.max(samples, high * 0x100000000 + low)
    at = end
  }
  return hertz === undefined || samples === 0 ? undefined : samples / hertz
}

function rateOfOgg(bytes: Uint8Array, body: number): number | undefined {
  if (wordAt(bytes, body, 8) === 'OpusHead') return 48_000
  if (wordAt(bytes, body + 1, 6) !== 'vorbis' || body + 16 > bytes.length) return undefined
  return viewOf(bytes).getUint32(body + 12, true) || undefined
}

/** By the header of the movie; one with a picture track is no voice message. */
function m4aSeconds(bytes: Uint8Array): Length {
  const movie = boxIn(bytes, 'moov')
  if (!movie) return undefined
  const handlers = [...boxesIn(movie)]
    .filter(({ name }) => name === 'trak')
    .map(({ body }) => boxIn(boxIn(body, 'mdia'), 'hdlr'))
    .map((handler) => handler && wordAt(handler, 8))
  if (!handlers.includes('soun') || handlers.includes('vide')) return undefined
  const header = boxIn(movie, 'mvhd')
  if (!header || header.length < 32) return undefined
  const view = viewOf(header)
  const isLong = view.getUint8(0) === 1
  const scale = view.getUint32(isLong ? 20 : 12)
  const length = isLong ? Number(view.getBigUint64(24)) : view.getUint32(16)
  return scale === 0 || length === 0 ? null : length / scale
}

interface Box {
  readonly name: string
  readonly body: Uint8Array
}

/** The boxes of an MPEG-4 file one after the other, as far as they are whole. */
function* boxesIn(bytes: Uint8Array): Generator<Box> {
  const view = viewOf(bytes)
  for (let at = 0; at + 8 <= bytes.length;) {
    const size = view.getUint32(at)
    const end = size === 0 ? bytes.length : at + size
    if ((size !== 0 && size < 8) || end > bytes.length) return
    yield { name: wordAt(bytes, at + 4), body: bytes.subarray(at + 8, end) }
    at = end
  }
}

function boxIn(bytes: Uint8Array | undefined, name: string): Uint8Array | undefined {
  if (!bytes) return undefined
  for (const box of boxesIn(bytes)) if (box.name === name) return box.body
  return undefined
}

const SEGMENT = 0x18538067
const INFO = 0x1549a966
const TRACKS = 0x1654ae6b
const TRACK = 0xae
const TRACK_TYPE = 0x83
const SCALE = 0x2ad7b1
const DURATION = 0x4489
const CLUSTER = 0x1f43b675
const SOUND = 2

/** By its information, which recorders leave out; a track of pictures is no voice message. */
function webmSeconds(bytes: Uint8Array): Length {
  const [head, segment] = [...elementsIn(bytes)]
  if (!head || segment?.id !== SEGMENT) return undefined
  const parts = [...elementsIn(segment.body)]
  const tracks = parts.find(({ id }) => id === TRACKS)
  if (!tracks || !parts.some(({ id }) => id === CLUSTER)) return undefined
  const kinds = [...elementsIn(tracks.body)]
    .filter(({ id }) => id === TRACK)
    .map(({ body }) => [...elementsIn(body)].find(({ id }) => id === TRACK_TYPE)?.body[0])
  if (kinds.length === 0 || kinds.some((kind) => kind !== SOUND)) return undefined
  const info = parts.find(({ id }) => id === INFO)
  const facts = info ? [...elementsIn(info.body)] : []
  const duration = numberIn(facts.find(({ id }) => id === DURATION)?.body)
  if (duration === undefined) return null
  const scale = wholeIn(facts.find(({ id }) => id === SCALE)?.body) ?? 1_000_000
  return (duration * scale) / 1e9
}

interface Element {
  readonly id: number
  readonly body: Uint8Array
}

/** The elements of a Matroska file; one of unknown length reaches to the end. */
function* elementsIn(bytes: Uint8Array): Generator<Element> {
  for (let at = 0; at < bytes.length;) {
    const id = variableInt(bytes, at, true)
    const size = id && variableInt(bytes, at + id.length, false)
    if (!id || !size) return
    const from = at + id.length + size.length
    const end = size.unknown ? bytes.length : from + size.value
    if (end > bytes.length) return
    yield { id: id.value, body: bytes.subarray(from, end) }
    at = end
  }
}

/** A number whose first byte tells how many follow; `marked` keeps the mark, as ids do. */
function variableInt(bytes: Uint8Array, at: number, marked: boolean) {
  const first = bytes[at]
  if (first === undefined || first === 0) return undefined
  const length = Math.clz32(first) - 23
  if (at + length > bytes.length) return undefined
  const mask = 0xff >> length
  let value = marked ? first : first & mask
  let isFull = (first & mask) === mask
  for (const byte of bytes.subarray(at + 1, at + length)) {
    value = value * 256 + byte
    isFull &&= byte === 0xff
  }
  return { value, length, unknown: !marked && isFull }
}

function wholeIn(body: Uint8Array | undefined): number | undefined {
  return body?.reduce((sum, byte) => sum * 256 + byte, 0)
}

function numberIn(body: Uint8Array | undefined): number | undefined {
  if (body?.length === 4) return viewOf(body).getFloat32(0)
  return body?.length === 8 ? viewOf(body).getFloat64(0) : undefined
}
