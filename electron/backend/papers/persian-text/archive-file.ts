import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { internals } from './pdfmake.internals.ts'
import type { FileInfo } from './pdfmake.internals.ts'

/** PDF/A-2b (ISO 19005-2): the level at which a paper still looks the same in thirty years. */
const PART = 2
const CONFORMANCE = 'B'
const PROFILE = 'sRGB_IEC61966_2_1.icc'
const COLORS = 'sRGB IEC61966-2.1'

let packedProfile: Uint8Array | undefined

/** The colour profile that pdfkit carries, packed; it is found beside pdfkit in the program too. */
function colorProfile(): Uint8Array {
  if (packedProfile) return packedProfile
  const pdfmake = createRequire(import.meta.url).resolve('pdfmake/js/index.js')
  const data = join(dirname(createRequire(pdfmake).resolve('pdfkit')), 'data', PROFILE)
  packedProfile = deflateSync(readFileSync(data), { level: 9 })
  return packedProfile
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const alternative = (name: string, text: string | undefined): string =>
  text === undefined
    ? ''
    : `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt></dc:${name}>`

/** What the file says of itself, in words equal to those of its information dictionary. */
function description(info: FileInfo, language: string): string {
  const created = `${info.CreationDate.toISOString().slice(0, 19)}Z`
  const author = info.Author
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" ' +
      'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" ' +
      'xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    `<pdfaid:part>${PART}</pdfaid:part><pdfaid:conformance>${CONFORMANCE}</pdfaid:conformance>`,
    alternative('title', info.Title),
    alternative('description', info.Subject),
    author === undefined
      ? ''
      : `<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>`,
    `<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>`,
    `<xmp:CreateDate>${created}</xmp:CreateDate>`,
    `<xmp:CreatorTool>${escaped(info.Creator)}</xmp:CreatorTool>`,
    `<pdf:Producer>${escaped(info.Producer)}</pdf:Producer>`,
    '</rdf:Description>',
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="w"?>',
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/**
 * Every paper is written as PDF/A-2b: what its colours mean is embedded, and its metadata name the
 * level. pdfkit's own way does not escape a title and packs the profile again for each file.
 */
export function writeArchiveFiles(): void {
  internals.document.endMetadata = function () {
    const profile = this.ref({ N: 3, Filter: 'FlateDecode' })
    profile.end(colorProfile())
    const intent = this.ref({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      OutputConditionIdentifier: Buffer.from(COLORS),
      Info: Buffer.from(COLORS),
      DestOutputProfile: profile,
    })
    intent.end()
    const metadata = this.ref({ Type: 'Metadata', Subtype: 'XML' })
    metadata.compress = false // readable without a PDF reader
    metadata.end(Buffer.from(description(this.info, this.options.lang)))
    Object.assign(this._root.data, { OutputIntents: [intent], Metadata: metadata })
  }
}
