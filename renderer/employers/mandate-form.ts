import { computed, reactive, ref, shallowRef } from 'vue'
import type { Input } from '#core/contract.ts'
import type { MandateKind } from '#core/employers/mandate.model.ts'
import type { Day } from '#core/kernel/day.ts'
import { checkLegalEntityId, checkPersonId, type Checked } from '#core/kernel/identifiers.ts'
import type { RefusalData } from '#core/kernel/refusal.ts'
import { faultText, refusalText } from '../ui/refusal-text.ts'

/** The workshop in which a mandate is entered. */
export interface MandateWorkshop {
  readonly workshopCode: string
  readonly branchCode: string
  readonly legalEntityId: string | null
}

interface Purpose {
  readonly kind: MandateKind
  readonly visitId: string
  readonly today: Day
  /** Null where a newcomer brings his own gazette. */
  readonly workshop: MandateWorkshop | null
}

interface Typed {
  legalEntityId: string
  who: 'SELF' | 'OTHER'
  personId: string
  target: 'COMPANY' | 'WORKSHOP'
  number: string
  /** The position in a gazette, the issuer of a letter. */
  by: string
  papers: boolean
  requests: boolean
}

const FIELDS = ['legalEntityId', 'personId', 'number', 'day', 'by', 'from', 'until'] as const
type FieldName = (typeof FIELDS)[number]
type Faults = Readonly<Partial<Record<FieldName, string>>>

/** Where the backend's fields stand in the form. */
const PLACES: Readonly<Record<string, FieldName>> = {
  'target.legalEntityId': 'legalEntityId',
  personId: 'personId',
  'paper.number': 'number',
  'paper.day': 'day',
  'paper.position': 'by',
  'paper.issuer': 'by',
  from: 'from',
  until: 'until',
}

const faultOfId = (checked: Checked) => (checked.ok ? undefined : faultText(checked.fault))

/** What is typed of a mandate, what is wrong with it, and what is sent. */
export function useMandateForm({ kind, visitId, today, workshop }: Purpose) {
  const typed = reactive<Typed>({
    legalEntityId: workshop?.legalEntityId ?? '',
    who: kind === 'GAZETTE' ? 'SELF' : 'OTHER',
    personId: '',
    target: kind === 'GAZETTE' ? 'COMPANY' : 'WORKSHOP',
    number: '',
    by: '',
    papers: true,
    requests: true,
  })
  const day = ref<Day | null>(null)
  const from = ref<Day | null>(today)
  const until = ref<Day | null>(null)
  const texts = reactive({ day: '', from: '', until: '' })
  const faults = shallowRef<Faults>({})
  const asksCompany = computed(() => typed.target === 'COMPANY')

  function dayFault(name: 'day' | 'from', value: Day | null): string | undefined {
    if (!value) return faultText(texts[name] === '' ? 'required' : 'day')
    return name === 'day' && value > today ? faultText('future') : undefined
  }
  function untilFault(): string | undefined {
    if (!until.value) return texts.until === '' ? undefined : faultText('day')
    if (from.value && until.value < from.value) return faultText('end-before-start')
    return until.value < today ? faultText('past') : undefined
  }
  function faultOf(name: FieldName): string | undefined {
    switch (name) {
      case 'legalEntityId':
        return asksCompany.value ? faultOfId(checkLegalEntityId(typed.legalEntityId)) : undefined
      case 'personId':
        return typed.who === 'OTHER' ? faultOfId(checkPersonId(typed.personId)) : undefined
      case 'number':
      case 'by':
        return typed[name].trim() === '' ? faultText('required') : undefined
      case 'day':
        return dayFault('day', day.value)
      case 'from':
        return dayFault('from', from.value)
      case 'until':
        return untilFault()
    }
  }
  function leave(name: FieldName): void {
    const { [name]: _, ...others } = faults.value
    const fault = faultOf(name)
    faults.value = fault === undefined ? others : { ...others, [name]: fault }
  }
  /** Checked when it is left, unless nothing was typed yet. */
  function leaveTyped(name: 'legalEntityId' | 'personId' | 'number' | 'by'): void {
    if (typed[name] !== '') leave(name)
  }
  /** What is sent; undefined while a field is wrong. */
  function entry(): Input<'employers.enterMandate'> | undefined {
    faults.value = {}
    for (const name of FIELDS) leave(name)
    if (Object.keys(faults.value).length > 0 || !day.value || !from.value) return undefined
    const paper = { number: typed.number.trim(), day: day.value }
    const by = typed.by.trim()
    return {
      visitId,
      target:
        asksCompany.value || !workshop
          ? { of: 'COMPANY', legalEntityId: typed.legalEntityId }
          : {
              of: 'WORKSHOP',
              workshopCode: workshop.workshopCode,
              branchCode: workshop.branchCode,
            },
      paper: kind === 'GAZETTE' ? { kind, ...paper, position: by } : { kind, ...paper, issuer: by },
      personId: typed.who === 'SELF' ? null : typed.personId,
      scope: [
        'DEBTS',
        ...(typed.papers ? (['PAPERS'] as const) : []),
        ...(typed.requests ? (['REQUESTS'] as const) : []),
      ],
      from: from.value,
      until: until.value,
    }
  }
  /** Marks the field that the office refused; false where it is about none of them. */
  function accuse(refusal: RefusalData): boolean {
    const name = PLACES[refusal.field ?? '']
    if (!name) return false
    faults.value = { [name]: refusalText(refusal) }
    return true
  }
  return { typed, day, from, until, texts, faults, asksCompany, leave, leaveTyped, entry, accuse }
}
