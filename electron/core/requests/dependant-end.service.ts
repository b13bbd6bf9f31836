import {
  dependantWord,
  endFaults,
  paperOfEnd,
  presentDependants,
} from '#core/account/dependant-end.rules.ts'
import { DependantEndForm } from '#core/account/dependant-requests.model.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import type { CitizenService } from './citizen-service.ts'

const ARTICLES: readonly string[] = ['SSA-58']

/** پایان تبعیت. @law Social Security Act, art. 58; domain brief §3.16 */
export const dependantEndService: CitizenService<'DEPENDANT_END', typeof DependantEndForm> = {
  kind: 'DEPENDANT_END',
  role: 'INSURED',
  part: 'RECORDS',
  paysToAccount: false,
  form: DependantEndForm,

  judge({ dependant, reason }, { dependants, today }) {
    const present = presentDependants(dependants, today)
    const base = { figures: [], articles: ARTICLES }
    if (present.length === 0)
      return { ...base, entitled: false, because: [{ code: 'no-dependant-to-end', values: {} }] }
    if (!present.some((one) => dependantWord(one) === dependant) || reason === undefined)
      return null
    return { ...base, entitled: true, because: [] }
  },

  papers: ({ reason }) =>
    reason === undefined ? [] : [{ code: paperOfEnd(reason), required: true, anew: true }],
  prefill: () => ({}),
  choices: ({ dependants, today }) => ({
    dependant: presentDependants(dependants, today).map((one) => ({
      id: dependantWord(one),
      label: `${one.fullName} · ${toPersianDigits(one.personId)}`,
    })),
  }),
  isSameAs: ({ dependant }, filed) => dependant !== undefined && filed['dependant'] === dependant,
  faults: (form, { dependants, today }) => endFaults(form, dependants, today),
}
