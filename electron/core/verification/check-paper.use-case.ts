import type { Day } from '#core/kernel/day.ts'
import type { OfficeKind } from '#core/office/office.model.ts'
import { isSealLike, type ReadSeal, readSealText, typedCode } from './seal-text.rules.ts'
import {
  againstBooks,
  againstText,
  agreed,
  bareVerdict,
  forceOf,
  pdfVerdict,
  type SealStanding,
} from './verdict.rules.ts'
import type { Verdict } from './verification.model.ts'
import type {
  BookedPaper,
  IssuedPapers,
  KnownKeys,
  PaperChecks,
  PdfFindings,
  PublicKey,
  Revoked,
} from './verification.ports.ts'

export interface CheckNeeds extends PaperChecks {
  readonly today: () => Day
  readonly keys: KnownKeys
  readonly revoked: Revoked
  /** The office's own books; null for a verifier that has only what was published. */
  readonly books: Pick<IssuedPapers, 'findPaper'> | null
  /** The kind of the office that a key belongs to; of the own office where only a number was shown (null). */
  readonly officeKindOf: (keyId: string | null) => OfficeKind | null
}

/** What is shown, a file already as bytes. */
export type ShownPaper =
  { readonly by: 'text'; readonly text: string } | { readonly by: 'file'; readonly pdf: Uint8Array }

/** Whether what is shown is a genuine paper, and whether it may be relied on today. Refuses nothing. */
export async function checkPaper(shown: ShownPaper, needs: CheckNeeds): Promise<Verdict> {
  const found = await checked(shown, needs)
  const isVouched = found.keyId !== null || found.issuedHere === true
  return { ...found, officeKind: isVouched ? needs.officeKindOf(found.keyId) : null }
}

async function checked(shown: ShownPaper, needs: CheckNeeds): Promise<Verdict> {
  if (shown.by === 'file') return await checkFile(shown.pdf, needs)
  if (isSealLike(shown.text)) return await checkCode(shown.text, needs)
  const number = typedCode(shown.text)
  const isNumber = needs.books !== null && number !== '' && number.length <= LONGEST_NUMBER
  return isNumber ? await checkNumber(number, needs) : bareVerdict('UNREADABLE', 'QR')
}

const LONGEST_NUMBER = 40
const RUN_TOGETHER = /^(\d{3,4})(1[2-4]\d\d)(\d{1,2})(\d{6})$/

/** A number proves that such a paper was issued, nothing of the one in hand: its figures are not told. */
async function checkNumber(number: string, needs: CheckNeeds): Promise<Verdict> {
  const dashed = RUN_TOGETHER.exec(number)?.slice(1).join('-')
  const paper =
    (await needs.books?.findPaper(number)) ??
    (dashed === undefined ? undefined : await needs.books?.findPaper(dashed))
  if (!paper) return { ...bareVerdict('NOT_FOUND', 'NUMBER'), number, issuedHere: false }
  const { kind, day, validUntil, revocation, usedOn } = paper
  return {
    ...bareVerdict(forceOf(paper, needs.today()), 'NUMBER'),
    ...{ kind, number: paper.number, day, validUntil, revocation, usedOn },
    issuedHere: true,
  }
}

interface Weighed {
  readonly seal: ReadSeal
  readonly standing: SealStanding
}

/** A seal and how it stands by the keys that are known. */
function weigh(seal: ReadSeal, keys: readonly PublicKey[], needs: CheckNeeds): Weighed {
  const key = keys.find(({ keyId }) => keyId === seal.keyId)
  if (!key) return { seal, standing: 'UNKNOWN' }
  const isGood = needs.verifySeal(key.publicKey, seal.body, seal.signature)
  return { seal, standing: isGood ? 'GOOD' : 'BAD' }
}

/** What a seal claims; its figures are told only when they are sure or compared. */
async function claimsOf({ facts, keyId }: ReadSeal, needs: CheckNeeds) {
  const { kind, number, day, validUntil } = facts
  const paper = await needs.books?.findPaper(number)
  const revocation = (await needs.revoked.findRevocation(number)) ?? null
  const issuedHere = needs.books === null ? null : paper !== undefined
  const usedOn = paper?.usedOn ?? null
  return { paper, claims: { kind, number, day, validUntil, keyId, revocation, usedOn, issuedHere } }
}

async function checkCode(text: string, needs: CheckNeeds): Promise<Verdict> {
  const seal = readSealText(text)
  if (!seal) return bareVerdict('UNREADABLE', 'QR')
  const { standing } = weigh(seal, await needs.keys.listKeys(), needs)
  const { paper, claims } = await claimsOf(seal, needs)
  if (standing === 'GOOD') {
    const verdict = forceOf(claims, needs.today())
    const figures = agreed(seal.facts.figures, false)
    return { ...bareVerdict(verdict, 'QR'), ...claims, figures }
  }
  // Nothing of the books is told about what nobody signed, but for which figures differ.
  const told = { ...bareVerdict('UNKNOWN_KEY', 'QR'), ...claims, revocation: null, usedOn: null }
  if (standing === 'UNKNOWN') return { ...told, issuedHere: null }
  return { ...told, verdict: 'ALTERED', figures: comparedWith(paper, seal) }
}

function comparedWith(paper: BookedPaper | undefined, { facts }: ReadSeal) {
  return paper ? againstBooks(facts.figures, paper.figures) : []
}

async function checkFile(pdf: Uint8Array, needs: CheckNeeds): Promise<Verdict> {
  const keys = await needs.keys.listKeys()
  const findings = await needs.readPdf(pdf, keys)
  if (!findings) return bareVerdict('UNREADABLE', 'PDF')
  const seals = findings.seals.flatMap((text) => readSealText(text) ?? [])
  const weighed = seals.map((seal) => weigh(seal, keys, needs))
  const verdict = pdfVerdict(
    findings,
    weighed.map(({ standing }) => standing),
  )
  const { signature, keyId } = findings
  const bare = { ...bareVerdict(verdict, 'PDF'), signature, keyId }
  if (verdict === 'GENUINE') return await ofSigned(bare, weighed, needs)
  const [shown] = weighed.toSorted((a, b) => ORDER[a.standing] - ORDER[b.standing])
  if (!shown) return bare
  const { claims } = await claimsOf(shown.seal, needs)
  const told = { ...bare, ...claims, keyId: keyId ?? claims.keyId, revocation: null, usedOn: null }
  if (verdict === 'UNKNOWN_KEY') return { ...told, issuedHere: null }
  return { ...told, figures: figuresSeen(shown, findings) }
}

const ORDER: Readonly<Record<SealStanding, number>> = { GOOD: 0, BAD: 1, UNKNOWN: 2 }

/** Which figures of a good seal the pages do not say. */
function figuresSeen({ seal, standing }: Weighed, { text }: PdfFindings) {
  return standing === 'GOOD' && text !== null ? againstText(seal.facts.figures, text) : []
}

/**
 * A file that a known key signed whole. Of several papers in one file the first that may not be relied on decides and
 * is named; when all may be, the file has no number of its own.
 */
async function ofSigned(
  bare: Verdict,
  weighed: readonly Weighed[],
  needs: CheckNeeds,
): Promise<Verdict> {
  const papers: Verdict[] = []
  for (const { seal } of weighed) {
    const { claims } = await claimsOf(seal, needs)
    const verdict = forceOf(claims, needs.today())
    const figures = agreed(seal.facts.figures, true)
    papers.push({ ...bare, ...claims, verdict, keyId: bare.keyId, figures })
  }
  const [first, ...others] = papers
  if (first && others.length === 0) return first
  return (
    papers.find(({ verdict }) => verdict === 'REVOKED') ??
    papers.find(({ verdict }) => verdict === 'EXPIRED') ??
    bare
  )
}
