import { expect, it } from 'vitest'
import { readPaperFile } from '../../../../renderer/verification/paper-file.ts'

const file = (text: string, name = 'paper.pdf') => new File([text], name)

it('reads a PDF as base64, whatever its bytes are', async () => {
  const bytes = Uint8Array.from([37, 80, 68, 70, 45, 0, 255, 128, 10])
  const read = await readPaperFile(new File([bytes], 'گواهی.pdf'))
  expect(read).toEqual({
    ok: true,
    name: 'گواهی.pdf',
    pdf: Buffer.from(bytes).toString('base64'),
  })
})

it('reads a file longer than one piece', async () => {
  const text = `%PDF-1.7\n${'x'.repeat(100_000)}`
  const read = await readPaperFile(file(text))
  expect(read).toMatchObject({ ok: true, pdf: Buffer.from(text).toString('base64') })
})

it.each([
  ['not-pdf', file('PNG', 'scan.pdf')],
  ['empty', file('')],
  ['too-big', file(`%PDF-1.7${'x'.repeat(2_800_000)}`)],
])('refuses what cannot be checked: %s', async (fault, given) => {
  expect(await readPaperFile(given)).toMatchObject({ ok: false, fault })
})
