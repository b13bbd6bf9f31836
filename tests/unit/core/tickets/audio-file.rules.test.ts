import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { audioFormatOf, checkAudio, LARGEST_VOICE } from '#core/tickets/audio-file.rules.ts'
import { checkEnclosure } from '#core/tickets/enclosure.rules.ts'
import { aJpeg, aPdf, aPng } from '../../../support/scans.ts'
import { aWav, aWebm, anM4a, anMp3, anOgg } from '../../../support/sounds.ts'

describe('a voice message', () => {
  test.each([
    ['wav', aWav(2), 2],
    ['mp3', anMp3(77), 2],
    ['mp3', anMp3(77, false), 2],
    ['ogg', anOgg(5), 5],
    ['m4a', anM4a(7), 7],
    ['webm', aWebm(9), 9],
    ['webm', aWebm(), null],
  ] as const)('%s is told by its content, with its length', (format, bytes, seconds) => {
    expect(checkAudio(bytes)).toEqual({ ok: true, format, seconds })
  })

  test.each([
    ['nothing', Buffer.alloc(0), 'voice-empty'],
    ['a renamed program', Buffer.from(`MZ${'\0'.repeat(300)}`, 'latin1'), 'voice-not-audio'],
    ['a picture', aPng(), 'voice-not-audio'],
    ['a PDF', aPdf(), 'voice-not-audio'],
    [
      'more bytes than that',
      Buffer.concat([aWav(1), Buffer.alloc(LARGEST_VOICE)]),
      'voice-too-big',
    ],
    ['a cut WAV', aWav(1).subarray(0, 400), 'voice-broken'],
    ['a WAV of another rate of nothing', aWav(0), 'voice-broken'],
    ['one frame by chance', anMp3(1), 'voice-broken'],
    ['a cut Ogg', anOgg(5).subarray(0, 90), 'voice-broken'],
    ['an Ogg of something else', Buffer.from(`OggS${'\0'.repeat(60)}`, 'latin1'), 'voice-broken'],
    ['a film', anM4a(3, 'vide'), 'voice-broken'],
    ['a WebM with pictures', aWebm(3, 'pictures'), 'voice-broken'],
    ['a WebM without anything', aWebm(3).subarray(0, 14), 'voice-broken'],
    ['more than five minutes', anOgg(301), 'voice-too-long'],
  ] as const)('is not %s', (_, bytes, fault) => {
    expect(checkAudio(bytes)).toEqual({ ok: false, fault })
  })

  test('whatever comes, is answered and never thrown', () => {
    const heads = [aWav(1), anMp3(3), anOgg(1), anM4a(1), aWebm(1)].map((one) => [...one])
    const spoilt = fc
      .tuple(
        fc.constantFrom(...heads),
        fc.array(fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 255 })), { maxLength: 12 }),
        fc.nat({ max: 400 }),
      )
      .map(([head, changes, length]) => {
        const bytes = Uint8Array.from(head.slice(0, Math.max(1, length)))
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
        return bytes
      })
    fc.assert(
      fc.property(fc.oneof(spoilt, fc.uint8Array({ minLength: 1, maxLength: 400 })), (bytes) => {
        const checked = checkAudio(bytes)
        if (checked.ok) expect(checked.format).toBe(audioFormatOf(bytes))
      }),
      { numRuns: 500 },
    )
  })
})

test.each([
  ['pdf', aPdf()],
  ['jpg', aJpeg()],
  ['png', aPng()],
] as const)('a %s may be enclosed', (format, bytes) => {
  expect(checkEnclosure(bytes)).toEqual({ ok: true, format })
})

test('a sound is no enclosure', () => {
  expect(checkEnclosure(aWav())).toEqual({ ok: false, fault: 'scan-not-a-picture' })
})
