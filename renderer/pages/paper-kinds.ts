import type { PaperKind } from '#core/certificates/paper.model.ts'
import type { CitizenFile, CitizenRole } from '#core/citizens/citizen.model.ts'
import { t } from '../locales/texts.ts'

/** Kinds that are ordered in the side panel; a receipt comes of its request or ticket, a letter of its decision. */
export type PanelKind = Exclude<PaperKind, 'request-receipt' | 'ticket-receipt' | 'decision-letter'>

/** Whose paper it is; null for one that everybody may have. */
const ROLE_OF: Readonly<Record<PanelKind, CitizenRole | null>> = {
  'salary-certificate': 'PENSIONER',
  'deduction-certificate': 'PENSIONER',
  'record-certificate': 'INSURED',
  'pension-slip': 'PENSIONER',
  decree: 'PENSIONER',
  'record-statement': 'INSURED',
  'debt-statement': 'EMPLOYER',
  'access-sheet': null,
  'pension-status': 'PENSIONER',
  'care-statement': null,
}

/** Also for who does not hold its role: that he does not is what it says. Only a power may close it. */
const FOR_OTHERS_TOO: PanelKind = 'pension-status'

/** What lies behind F6 and F7, the usual kind of each role first. */
const GROUPS = {
  certificate: ['salary-certificate', 'deduction-certificate', 'record-certificate'],
  statement: ['pension-slip', 'decree', 'record-statement', 'debt-statement'],
  access: ['access-sheet'],
  status: ['pension-status'],
  care: ['care-statement'],
} as const satisfies Readonly<Record<string, readonly PanelKind[]>>
export type PaperGroup = keyof typeof GROUPS

function stateOf(kind: PanelKind, file: CitizenFile) {
  return file.roles.find(({ role }) => role === ROLE_OF[kind])
}

/** Why a citizen cannot have a kind of paper; undefined when he can. */
export function whyNot(kind: PanelKind, file: CitizenFile): string | undefined {
  if (kind === 'care-statement' && !file.visit.scope.includes('BENEFITS'))
    return t('enums.roleReason.OUTSIDE_POWER')
  if (ROLE_OF[kind] === null) return undefined
  const state = stateOf(kind, file)
  if (state?.held) return undefined
  if (kind === FOR_OTHERS_TOO && state?.reason !== 'OUTSIDE_POWER') return undefined
  return state?.reason ? t(`enums.roleReason.${state.reason}`) : t('frame.needsRole')
}

/** The kinds of a group that the citizen can have. */
export function kindsOf(group: PaperGroup, file: CitizenFile): readonly PanelKind[] {
  return GROUPS[group].filter((kind) => whyNot(kind, file) === undefined)
}

/** The group of a kind. */
export function groupOf(kind: PanelKind): PaperGroup {
  const names = Object.keys(GROUPS) as PaperGroup[]
  return names.find((name) => GROUPS[name].some((one) => one === kind)) ?? 'access'
}

/**
 * The kind that F6 or F7 begins with: that of the role in use, else the first that the citizen can have. Whoever
 * draws a pension comes for its papers, unless the clerk or a number of another role led elsewhere.
 */
export function usualKind(
  group: PaperGroup,
  file: CitizenFile,
  role: CitizenRole | null,
  isRoleMeant: boolean,
): PanelKind | undefined {
  const kinds = kindsOf(group, file)
  const own = (wanted: CitizenRole | null) => kinds.find((kind) => ROLE_OF[kind] === wanted)
  return isRoleMeant ? (own(role) ?? kinds[0]) : (own('PENSIONER') ?? own(role) ?? kinds[0])
}
