import { findBank } from '#core/kernel/banks.ts'
import { maskAccount, maskMobile } from '#core/kernel/masking.ts'
import type { FilePart, Visit } from '#core/visits/visit.model.ts'
import type { CitizenAlert, CitizenFile, CitizenRole, RoleState } from './citizen.model.ts'
import type { BankAccount, CitizenFacts } from './citizens.ports.ts'

const ROLES: readonly {
  readonly role: CitizenRole
  readonly part: FilePart
  readonly lacking: NonNullable<RoleState['reason']>
}[] = [
  { role: 'INSURED', part: 'RECORDS', lacking: 'NO_INSURANCE_NUMBER' },
  { role: 'EMPLOYER', part: 'EMPLOYER', lacking: 'NO_WORKSHOP' },
  { role: 'PENSIONER', part: 'PENSION', lacking: 'NO_PENSION' },
]

/** More numbers of one role than a header can show. */
const MOST_NUMBERS = 20

/**
 * The header of an open file, cut to what the visit's power covers: a role, an alert or an account outside it is not
 * told of at all.
 */
export function citizenFile(visit: Visit, facts: CitizenFacts): CitizenFile {
  const covers = (part: FilePart) => visit.scope.includes(part)
  return {
    ...facts.identity,
    visit,
    mobileMasked: covers('ACCOUNT') && facts.mobile !== null ? maskMobile(facts.mobile) : null,
    account: covers('ACCOUNT') && facts.account !== null ? maskedAccount(facts.account) : null,
    roles: ROLES.map(({ role, part, lacking }) =>
      covers(part)
        ? roleState(role, facts.numbers[role], lacking)
        : { role, held: false, reason: 'OUTSIDE_POWER' as const, numbers: [] },
    ),
    alerts: alertsOf(facts, covers),
  }
}

function maskedAccount({ bankCode, accountNumber }: BankAccount) {
  const bankName = findBank(bankCode)?.name ?? bankCode
  return { bankCode, bankName, masked: maskAccount(accountNumber) }
}

function roleState(
  role: CitizenRole,
  numbers: readonly string[],
  lacking: NonNullable<RoleState['reason']>,
): RoleState {
  const held = numbers.length > 0
  return { role, held, reason: held ? null : lacking, numbers: numbers.slice(0, MOST_NUMBERS) }
}

function alertsOf(facts: CitizenFacts, covers: (part: FilePart) => boolean): CitizenAlert[] {
  const alerts: CitizenAlert[] = []
  const alert = (
    code: CitizenAlert['code'],
    tone: CitizenAlert['tone'],
    values: CitizenAlert['values'] = {},
  ) => alerts.push({ code, tone, values })
  const { deathDate } = facts.identity
  if (deathDate !== null) alert('DECEASED', 'error', { day: deathDate })
  if (covers('PENSION'))
    for (const pensionNumber of facts.suspendedPensions)
      alert('PENSION_SUSPENDED', 'warning', { pensionNumber })
  if (covers('EMPLOYER') && facts.definitiveDebt > 0)
    alert('DEFINITIVE_DEBT', 'warning', { amount: facts.definitiveDebt })
  if (covers('ACCOUNT') && facts.account === null) alert('NO_ACCOUNT', 'info')
  if (covers('BENEFITS') && facts.actionNeeded > 0)
    alert('ACTION_NEEDED', 'warning', { count: facts.actionNeeded })
  if (facts.clerkId !== null) alert('COLLEAGUE', 'warning')
  return alerts
}
