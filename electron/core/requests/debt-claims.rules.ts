import { debtWord, type DebtCase } from '#core/employers/debt-choice.rules.ts'
import type { OpenDebt } from '#core/employers/employers.ports.ts'
import { workshopWord } from '#core/employers/stakes.rules.ts'
import { formatJalali, type Day } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { formatRial } from '#core/kernel/rial.ts'
import type { Choice, FieldFault, ServiceFacts } from './citizen-service.ts'
import { openStatuses } from './lifecycle.rules.ts'
import { referenceChoices, referenceFaults, referenceOf } from './record-claims.rules.ts'
import type { PaperDemand } from './request-paper.model.ts'
import type { RequestKind } from './request.model.ts'

type Facts = Pick<
  ServiceFacts,
  'workshops' | 'debts' | 'requests' | 'filed' | 'parameters' | 'today'
>

/** The case of a request about a debt, by the file and the debt of the form. */
export function debtCaseOf(kind: RequestKind, chosen: string | undefined, facts: Facts): DebtCase {
  const { debts, filed, parameters, requests, today, workshops } = facts
  const known = new Set(filed.map(({ trackingCode }) => trackingCode))
  const elsewhere = requests.find(
    (one) => one.kind === kind && openStatuses.includes(one.status) && !known.has(one.trackingCode),
  )
  return {
    ...{ chosen, debts, parameters, today },
    hasWorkshop: workshops.length > 0,
    elsewhere: elsewhere?.filedOn ?? null,
  }
}

/** How a debt is offered: those that may be chosen first, the one whose time ends first before the others. */
export interface DebtOffer {
  readonly mayBeChosen: (debt: OpenDebt) => boolean
  /** The last day for it; null where there is none. */
  readonly until?: (debt: OpenDebt) => Day | null
}

/**
 * Every open debt, by number, reason, what remains, its last day, and the workshop where there are several. Those that
 * may not be chosen stand last: chosen, the verdict tells why not.
 */
export function debtChoices(
  { debts, workshops }: Pick<ServiceFacts, 'debts' | 'workshops'>,
  { mayBeChosen, until = () => null }: DebtOffer,
): readonly Choice[] {
  const names = new Map(workshops.map((workshop) => [workshopWord(workshop), workshop.name]))
  const ranked = debts.map((debt) => {
    const last = until(debt)
    const rank = mayBeChosen(debt) ? `0${last ?? '9'}` : '1'
    return { debt, last, order: `${rank} ${debt.debtNumber}` }
  })
  return ranked
    .toSorted((one, other) => (one.order < other.order ? -1 : 1))
    .map(({ debt, last }) => ({
      id: debtWord(debt),
      label: toPersianDigits(
        [
          debt.debtNumber,
          debt.reason,
          formatRial(debt.remaining),
          last && formatJalali(last),
          names.size > 1 ? names.get(workshopWord(debt)) : null,
        ]
          .filter((part) => typeof part === 'string')
          .join(' · '),
      ),
    }))
}

/** The debt of the form, where only one may be chosen. */
export function onlyDebt(
  { debts }: Pick<ServiceFacts, 'debts'>,
  mayBeChosen: (debt: OpenDebt) => boolean,
): { readonly debt?: string } {
  const [only, ...others] = debts.filter(mayBeChosen)
  return only !== undefined && others.length === 0 ? { debt: debtWord(only) } : {}
}

/** Whether a filed request asks about the debt of a form; several debts run side by side. */
export function isSameDebt(
  { debt }: { readonly debt?: string | undefined },
  filed: Readonly<Record<string, unknown>>,
): boolean {
  return debt !== undefined && filed['debt'] === debt
}

type Known = Pick<ServiceFacts, 'requests' | 'filed'>

/** No request is followed until one is chosen; empty where there is none to follow. */
export function debtReferenceOffered(
  kind: RequestKind,
  facts: Known,
): { readonly referenceCode: string } {
  const [first] = referenceChoices(kind, facts)
  return { referenceCode: first === undefined ? '' : 'NONE' }
}

/** A form follows only a refused request, and none that was filed here about another debt. */
export function debtReferenceFaults(
  kind: RequestKind,
  form: { readonly referenceCode: string; readonly debt: string },
  facts: Known,
): readonly FieldFault[] {
  const code = referenceOf(form)
  const followed = facts.filed.find(({ trackingCode }) => trackingCode === code)
  if (followed !== undefined && !isSameDebt(form, followed.form))
    return [{ field: 'referenceCode', fault: 'other-debt' }]
  return referenceFaults(kind, form, facts)
}

/** What shows that a debt is not right. */
export const DEBT_EVIDENCE: readonly PaperDemand[] = [
  { code: 'PREMIUM_LISTS', required: false },
  { code: 'PAYMENT_RECEIPTS', required: false },
]
