/**
 * The pages of several PDFs in one file, in their order, unsigned. What belongs to a whole file (signature, output
 * intent, attachments) stays behind.
 */
export async function bindPapers(pdfs: readonly Uint8Array[], title: string): Promise<Uint8Array> {
  // Loaded when the first papers are bound: a desk that starts does not wait for it.
  const { PDFDocument } = await import('pdf-lib')
  const bound = await PDFDocument.create({ updateMetadata: false })
  bound.setTitle(title, { showInWindowTitleBar: true })
  bound.setLanguage('fa-IR')
  for (const pdf of pdfs) {
    const paper = await PDFDocument.load(pdf, { updateMetadata: false })
    for (const page of await bound.copyPages(paper, paper.getPageIndices())) bound.addPage(page)
  }
  return bound.save()
}
