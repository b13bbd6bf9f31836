import type { Desk } from '#core/kernel/desk.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { OfficeSigner } from '#core/verification/verification.ports.ts'
import type { VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { Documents, KeptPaper } from './certificates.ports.ts'
import { keptFile } from './kept-file.rules.ts'
import type { DrawnPaper } from './paper.model.ts'
import { papersOfVisit } from './read-papers.use-case.ts'

interface Reading extends VisitNeeds {
  readonly documents: Documents
}

interface Writing {
  readonly note: (about: {
    readonly citizenId: number
    readonly visitId: string
    readonly object: string
  }) => void
}

interface Needs {
  readonly desk: Desk
  readonly signer: OfficeSigner
  readonly now: () => Instant
  readonly sha256: (bytes: Uint8Array) => string
  /** The pages of several PDFs in one, unsigned. */
  readonly bind: (pdfs: readonly Uint8Array[], title: string) => Promise<Uint8Array>
  readonly reading: <T>(work: (needs: Reading) => Promise<T>) => Promise<T>
  readonly writing: <T>(work: (needs: Writing) => Promise<T>) => Promise<T>
}

interface Ordered {
  readonly visitId: string
  readonly documentIds: readonly string[]
  readonly as: 'one' | 'many'
}

interface SavedPaper {
  readonly paper: KeptPaper
  readonly file: DrawnPaper
}

/**
 * Saves issued papers where the clerk says, in the order he asked for. In one file they are bound and signed anew: a
 * signature covers the file it is in, so those of the single papers cannot come along.
 *
 * @returns the path or the folder; null when the clerk cancels
 * @refuses `not-found` for a paper that is neither of the open citizen nor of his visit
 */
export async function savePapers(ordered: Ordered, needs: Needs): Promise<string | null> {
  const { visitId, documentIds, as } = ordered
  const papers = await needs.reading(async (reading) => {
    const kept = await papersOfVisit(visitId, [...new Set(documentIds)], reading)
    const { documents } = reading
    const { sha256 } = needs
    const found: SavedPaper[] = []
    for (const paper of kept)
      found.push({ paper, file: await keptFile(paper, 0, { documents, sha256 }) })
    return found
  })
  const where = await (as === 'many' ? saveEach(papers, needs) : saveBound(papers, needs))
  if (where !== null) await record(papers, visitId, needs)
  return where
}

function nameOf({ kind, number }: KeptPaper): string {
  return `${kind} ${number}`
}

function saveEach(papers: readonly SavedPaper[], { desk }: Needs): Promise<string | null> {
  return desk.saveFiles(
    papers.map(({ paper, file }) => ({ name: `${nameOf(paper)}.pdf`, bytes: file.bytes })),
  )
}

async function saveBound(
  papers: readonly SavedPaper[],
  { desk, signer, bind, now }: Needs,
): Promise<string | null> {
  const [first] = papers
  if (!first) return null
  const more = papers.length - 1
  const title = more === 0 ? nameOf(first.paper) : `${nameOf(first.paper)} +${more}`
  // A single paper needs no binding and keeps its own signature.
  if (more === 0) return desk.saveFile(`${title}.pdf`, first.file.bytes)
  const bound = await bind(
    papers.map(({ file }) => file.bytes),
    title,
  )
  return desk.saveFile(`${title}.pdf`, await signer.sign(bound, now()))
}

/** Whoever's papers left the office as files finds it in the trail of his own file. */
async function record(
  papers: readonly SavedPaper[],
  visitId: string,
  { writing }: Needs,
): Promise<void> {
  for (const citizenId of new Set(papers.map(({ paper }) => paper.citizenId)))
    await writing(({ note }) => {
      for (const { paper } of papers.filter((one) => one.paper.citizenId === citizenId))
        note({ citizenId, visitId, object: `document ${paper.documentId}` })
      return Promise.resolve()
    })
}
