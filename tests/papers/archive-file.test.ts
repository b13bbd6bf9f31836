import { describe, expect, it } from 'vitest'
import { fontsOf, openedOf, structureFaultsOf } from '../support/pdf-tools.ts'
import { paperOf, plainPaper, renderPaper } from './renderer.ts'
import { aCertificate, aReceipt, aSlip } from './statements.ts'

/** The objects of an opened PDF that have a type, without their streams. */
const objectsOf = (opened: string, type: string): string[] =>
  opened.split('endobj').filter((object) => new RegExp(`/Type /${type}\\b`).test(object))

const utf8 = (latin: string): string => Buffer.from(latin, 'latin1').toString('utf8')

/** veraPDF is not at hand: these are the demands of ISO 19005-2 level B that can be looked up here. */
describe.each([
  { name: 'certificate', statement: aCertificate() },
  { name: 'certificate with a watermark', statement: aCertificate({}, { officeKind: 'test' }) },
  { name: 'slip', statement: aSlip() },
  { name: 'receipt', statement: aReceipt() },
])('$name as PDF/A-2b', ({ statement }) => {
  it('says so in its metadata, in words equal to its information dictionary', async () => {
    const opened = openedOf(await paperOf(statement))
    const [metadata = ''] = objectsOf(opened, 'Metadata')
    expect(metadata).not.toContain('/Filter')
    expect(metadata).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(metadata).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
    expect(metadata).toContain('<rdf:li>fa-IR</rdf:li>')
    const [, title = ''] = /<dc:title>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/.exec(utf8(metadata)) ?? []
    const utf16 = Buffer.from(`\ufeff${title}`, 'utf16le').swap16().toString('hex')
    expect(title).not.toBe('')
    expect(opened).toContain(`<${utf16}>`)
    expect(metadata).toContain('<xmp:CreateDate>2026-11-21T07:05:00Z</xmp:CreateDate>')
    expect(opened).toContain('(D:20261121070500Z)')
  })

  it('embeds what its colours mean and uses no other space', async () => {
    const opened = openedOf(await paperOf(statement))
    const [intent = ''] = objectsOf(opened, 'OutputIntent')
    expect(intent).toContain('/S /GTS_PDFA1')
    const [, profile = ''] = /\/DestOutputProfile (\d+) 0 R/.exec(intent) ?? []
    const [, stream = ''] = opened.split(`\n${profile} 0 obj`)
    expect(stream).toContain('/N 3')
    expect(stream.slice(0, 400)).toContain('acsp')
    expect(objectsOf(opened, 'Catalog')[0]).toContain('/OutputIntents')
    expect(opened).not.toMatch(/\/Device(CMYK|Gray|N)\b|\/Separation\b/)
  })

  it('embeds its fonts whole, with codes that are glyphs and a table of texts', async () => {
    const pdf = await paperOf(statement)
    expect(fontsOf(pdf).every(({ embedded, unicode }) => embedded && unicode)).toBe(true)
    const fonts = objectsOf(openedOf(pdf), 'Font')
    const descendants = fonts.filter((font) => font.includes('/CIDFontType2'))
    expect(descendants.length).toBeGreaterThan(0)
    expect(descendants.every((font) => font.includes('/CIDToGIDMap /Identity'))).toBe(true)
    expect(fonts.length).toBe(2 * descendants.length)
    const descriptors = objectsOf(openedOf(pdf), 'FontDescriptor')
    expect(descriptors.every((font) => /\/FontFile2 \d+ 0 R/.test(font))).toBe(true)
  })

  it('has an identifier and neither encryption, scripts, files nor forms', async () => {
    const pdf = await paperOf(statement)
    const opened = openedOf(pdf)
    expect(opened).toMatch(/\/ID \[<[0-9a-f]{32}><[0-9a-f]{32}>\]/)
    expect(opened).not.toMatch(
      /\/(Encrypt|JavaScript|JS|Launch|AA|OpenAction|EmbeddedFile|AcroForm|XFA|OPI|Alternates)\b/,
    )
    expect(opened).not.toMatch(/\/F \(|LZWDecode/)
    expect(structureFaultsOf(pdf)).toBe('')
  })
})

it('writes a title with signs of markup as text', async () => {
  const title = 'گواهی <b>&amp; "الف"'
  const opened = openedOf(
    await renderPaper(
      plainPaper([{ text: 'سلام' }], { info: { title, creationDate: new Date(0) } }),
    ),
  )
  expect(utf8(opened)).toContain('>گواهی &lt;b&gt;&amp;amp; "الف"</rdf:li>')
})
