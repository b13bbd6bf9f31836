import type { LineFault, RecordClaimant } from '#core/insured/record-objection.rules.ts'
import { formatJalali } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import type { PensionFile } from '#core/pensions/pension.model.ts'
import type { Choice, FieldFault, ServiceFacts } from './citizen-service.ts'
import type { PaperDemand, RequestPaper } from './request-paper.model.ts'
import type { RequestKind } from './request.model.ts'

/** What may show that somebody worked; one of them at least comes with a claim. */
const EVIDENCE: readonly RequestPaper[] = [
  'EMPLOYMENT_CONTRACT',
  'PAY_SLIPS',
  'BANK_STATEMENT',
  'WORKSHOP_CARD',
  'DISPUTE_BOARD_RULING',
]
/** The choice for a request that follows none. */
const NONE = 'NONE'
/** Pensions with which the records were settled: a survivor's or a partial one leaves them open. */
const SETTLING: readonly PensionFile['pensionType'][] = ['RETIREMENT', 'DISABILITY_TOTAL']

type Facts = Pick<ServiceFacts, 'profiles' | 'pensions'>

/** Who claims records, by his file. A pension that has ended no longer closes them. */
export function recordClaimant({ profiles, pensions }: Facts): RecordClaimant {
  return {
    hasInsuranceNumber: profiles.length > 0,
    isPensioner:
      profiles.some(({ status }) => status === 'RETIRED') ||
      pensions.some(
        ({ pensionType, relation, status }) =>
          relation === 'SELF' && SETTLING.includes(pensionType) && status !== 'TERMINATED',
      ),
  }
}

/** The evidence asked for; none is required by itself, one of them is. */
export function evidence(): readonly PaperDemand[] {
  return EVIDENCE.map((code) => ({ code, required: false }))
}

/** The fault of a claim that comes without any evidence. */
export function evidenceFaults(papers: readonly RequestPaper[]): readonly FieldFault[] {
  return papers.some((paper) => EVIDENCE.includes(paper))
    ? []
    : [{ field: 'papers', fault: 'evidence-missing' }]
}

/** Refused requests of a kind, newest change first. */
function refused(kind: RequestKind, { requests }: Pick<ServiceFacts, 'requests'>) {
  return requests.filter((one) => one.kind === kind && one.status === '19')
}

/** The refused requests that a new one may follow, or none; nothing to choose where none was refused. */
export function referenceChoices(
  kind: RequestKind,
  facts: Pick<ServiceFacts, 'requests'>,
): readonly Choice[] {
  const codes = refused(kind, facts).map(({ trackingCode, filedOn }) => ({
    id: trackingCode,
    label: toPersianDigits(`${trackingCode} (${formatJalali(filedOn)})`),
  }))
  return codes.length === 0 ? [] : [...codes, { id: NONE }]
}

/** The newest refused request, as a draft names it; empty where there is none. */
export function referenceOffered(
  kind: RequestKind,
  facts: Pick<ServiceFacts, 'requests'>,
): { readonly referenceCode: string } {
  return { referenceCode: refused(kind, facts)[0]?.trackingCode ?? '' }
}

/** Tracking code of the request that a form follows; null where it follows none. */
export function referenceOf({ referenceCode }: { readonly referenceCode: string }): string | null {
  return referenceCode === '' || referenceCode === NONE ? null : referenceCode
}

/** The fault of a form that follows a request which was not refused. */
export function referenceFaults(
  kind: RequestKind,
  form: { readonly referenceCode: string },
  facts: Pick<ServiceFacts, 'requests'>,
): readonly FieldFault[] {
  const code = referenceOf(form)
  const isRefused = refused(kind, facts).some(({ trackingCode }) => trackingCode === code)
  return code === null || isRefused ? [] : [{ field: 'referenceCode', fault: 'not-refused' }]
}

/** The faults of lines at their places on the screen: lines.0.claimedDays. */
export function lineFaults(faults: readonly LineFault[]): readonly FieldFault[] {
  return faults.map(({ line, part, fault, values }) => ({
    field: `lines.${String(line - 1)}.${part}`,
    fault,
    values,
  }))
}
