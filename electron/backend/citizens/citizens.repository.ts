import {
  accountHistory,
  currentAccount,
  type AccountEntry,
  type CentralAccount,
} from '#core/account/account-history.rules.ts'
import type { RevealField, CitizenRole, SearchKind } from '#core/citizens/citizen.model.ts'
import type {
  BankAccount,
  CitizenFacts,
  Citizens,
  CitizenSummary,
  NameMatch,
  NumberMatch,
  TypedName,
} from '#core/citizens/citizens.ports.ts'
import type { NumberCandidate } from '#core/citizens/search-query.rules.ts'
import { isDefinitiveDebt, isOpenDebt, type DebtFigures } from '#core/employers/debts.rules.ts'
import type { WorkshopKey } from '#core/employers/employers.ports.ts'
import { mayActFor, workshopWord } from '#core/employers/stakes.rules.ts'
import type { Workshop } from '#core/employers/workshop.model.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { addRial, rial, type Rial } from '#core/kernel/rial.ts'
import { REGISTERED_PERSONS } from '../database/persons.ts'
import { ownMobile } from '../database/present-mobile.ts'
import { selectRow, selectRows } from '../database/rows.ts'
import type { Reading } from '../database/schema.ts'
import {
  IS_EMPLOYER,
  MANDATES_BY_NUMBER,
  STAKE_TABLE,
  withMandate,
} from '../database/workshop-stakes.ts'
import { listAccountRequests } from './account-requests.ts'
import { findPersonsByName } from './person-names.ts'

/** One line of a result list, wherever the citizen comes from. */
const SUMMARY = `c.citizen_id as citizenId, c.person_id as personId, c.first_name as firstName,
  c.last_name as lastName, c.father_name as fatherName, c.birth_date as birthDate,
  c.death_date is not null as deceased, coalesce(b.name, c.branch_code) as branchName,
  exists (select 1 from insured i where i.citizen_id = c.citizen_id) as isInsured,
  ${IS_EMPLOYER} as isEmployer,
  exists (select 1 from pension_shares s where s.citizen_id = c.citizen_id) as isPensioner`

const SUMMARIES = ['citizens', REGISTERED_PERSONS]
  .map(
    (persons) => `select ${SUMMARY}
    from json_each(:ids) j cross join ${persons} c on c.citizen_id = j.value
    left join branches b on b.branch_code = c.branch_code`,
  )
  .join(' union all ')

interface SummaryRow {
  readonly citizenId: number
  readonly personId: string
  readonly firstName: string
  readonly lastName: string
  readonly fatherName: string | null
  readonly birthDate: Day
  readonly deceased: 0 | 1
  readonly branchName: string
  readonly isInsured: 0 | 1
  readonly isEmployer: 0 | 1
  readonly isPensioner: 0 | 1
}

function summaryOf(row: SummaryRow): CitizenSummary {
  const roles: CitizenRole[] = []
  if (row.isInsured === 1) roles.push('INSURED')
  if (row.isEmployer === 1) roles.push('EMPLOYER')
  if (row.isPensioner === 1) roles.push('PENSIONER')
  return {
    citizenId: row.citizenId,
    personId: row.personId,
    firstName: row.firstName,
    lastName: row.lastName,
    fatherName: row.fatherName,
    birthDate: row.birthDate,
    deceased: row.deceased === 1,
    branchName: row.branchName,
    roles,
  }
}

/** The role that a number names by itself; a tracking code tells its own. */
const ROLE_OF_KIND: Partial<Record<SearchKind, CitizenRole>> = {
  INSURANCE_NUMBER: 'INSURED',
  LEGAL_ID: 'EMPLOYER',
  WORKSHOP_CODE: 'EMPLOYER',
  PENSION_NUMBER: 'PENSIONER',
}

/** Whether the number names something that is opened with the file, beside the person himself. */
function isTarget({
  kind,
  role,
}: {
  readonly kind: SearchKind
  readonly role: CitizenRole | null
}) {
  return role !== null || kind === 'TICKET_CODE' || ROLE_OF_KIND[kind] !== undefined
}

/** The numbers that matched, with the persons of one source to whom they lead; a mobile only to whoever has it now. */
function numberRows(persons: string): string {
  return `select matched.kind, matched.value, ${SUMMARY},
    case matched.kind when 'WORKSHOP_CODE' then (
      select w.name from workshops w where w.workshop_code = matched.value
        and w.branch_code = matched.target and w.contract_row = '000')
      when 'LEGAL_ID' then (select min(w.name) from workshops w
        where w.legal_entity_id = matched.value and w.contract_row = '000') end as targetName,
    case matched.kind when 'TRACKING_CODE' then coalesce(
      (select k.role from central_requests k where k.tracking_code = matched.value),
      (select r.role from requests r where r.tracking_code = matched.value))
      when 'TICKET_CODE' then (select t.role from tickets t where t.tracking_code = matched.value)
    end as role
  from matched cross join ${persons} c on c.citizen_id = matched.citizen_id
  left join branches b on b.branch_code = c.branch_code
  where matched.kind <> 'MOBILE'
    or matched.value = coalesce(${ownMobile('c.citizen_id')}, c.mobile)`
}

/** Prescriptions have tracking codes as well: health is never a search result. */
const BY_NUMBER = `
  with wanted as (select value ->> 0 as kind, value ->> 1 as value from json_each(?)),
  matched as (
    select i.kind, i.value, i.citizen_id,
      case i.kind when 'LEGAL_ID' then '' else i.target end as target
    from wanted cross join identifier i on i.kind = wanted.kind and i.value = wanted.value
    where i.target <> 'PRESCRIPTION'
    union
    select wanted.kind, r.tracking_code, r.citizen_id, 'REQUEST'
    from wanted cross join requests r on r.tracking_code = wanted.value
    where wanted.kind = 'TRACKING_CODE'
    union
    select 'TICKET_CODE', t.tracking_code, t.citizen_id, 'TICKET'
    from wanted cross join tickets t on t.tracking_code = wanted.value
    where wanted.kind = 'TRACKING_CODE' and t.citizen_id is not null
    union ${MANDATES_BY_NUMBER}
    union
    select wanted.kind, g.person_id, g.citizen_id, ''
    from wanted cross join registered_citizens g on g.person_id = wanted.value
    where wanted.kind in ('NATIONAL_ID', 'FOREIGNER_ID')
    union
    select wanted.kind, g.mobile, g.citizen_id, ''
    from wanted cross join registered_citizens g on g.mobile = wanted.value
    where wanted.kind = 'MOBILE'
    union
    select wanted.kind, m.new_mobile, m.citizen_id, ''
    from wanted cross join mobile_changes m on m.new_mobile = wanted.value
    where wanted.kind = 'MOBILE'
    limit ?
  )
  ${numberRows('citizens')} union all ${numberRows(REGISTERED_PERSONS)}`

interface NumberRow extends SummaryRow {
  readonly kind: SearchKind
  readonly value: string
  readonly targetName: string | null
  readonly role: CitizenRole | null
}

/** Who somebody is: one select for each source, so that each goes by its own key. */
const IDENTITY = ['citizens', REGISTERED_PERSONS]
  .map(
    (persons) => `select c.citizen_id as citizenId, c.person_id as personId,
  c.first_name as firstName, c.last_name as lastName, c.father_name as fatherName, c.sex,
  c.birth_date as birthDate, c.death_date as deathDate, c.nationality,
  c.certificate_number as certificateNumber, c.birth_city as birthCity, c.issue_city as issueCity,
  c.marital_status as maritalStatus, c.first_marriage_date as firstMarriageDate,
  c.branch_code as branchCode, coalesce(b.name, c.branch_code) as branchName
  from ${persons} c left join branches b on b.branch_code = c.branch_code where c.citizen_id = :citizenId`,
  )
  .join(' union all ')

/** The number of whoever has an identifier. */
const NUMBER_OF_PERSON = `select citizen_id as citizenId from person_key where person_id = :personId
  union select citizen_id from registered_citizens where person_id = :personId`

const CENTRAL_ACCOUNTS = `select bank_code as bankCode, account_number as accountNumber, iban,
  account_type as accountType, opened_on as openedOn, from_date as fromDate, to_date as toDate,
  status, tracking_code as trackingCode
  from bank_accounts where citizen_id = ? order by from_date desc, bank_code, account_number`

const STAKES = `with ${STAKE_TABLE}
  select s.workshop_code as workshopCode, s.branch_code as branchCode, s.role,
    s.from_date as actsFrom, s.to_date as actsUntil, s.mandate,
    w.closed_on as closedOn
  from stake s left join workshops w on w.workshop_code = s.workshop_code
    and w.branch_code = s.branch_code and w.contract_row = '000'
  order by 1, 2`

interface StakeRow {
  readonly workshopCode: string
  readonly branchCode: string
  readonly role: Workshop['role']
  readonly actsFrom: Day
  readonly actsUntil: Day | null
  readonly closedOn: Day | null
  readonly mandate: string | null
}

interface PensionRow {
  readonly pensionNumber: string
  readonly status: string
  readonly shareStatus: string
}

/** Citizens of the extract in use, with what other tables say in the header of their files. */
export class CitizensRepository implements Citizens {
  private readonly db: Reading

  constructor(db: Reading) {
    this.db = db
  }

  async findByNumber(
    candidates: readonly NumberCandidate[],
    limit: number,
  ): Promise<readonly NumberMatch[]> {
    const wanted = JSON.stringify(candidates.map(({ kind, value }) => [kind, value]))
    const rows = await selectRows<NumberRow>(this.db, BY_NUMBER, [wanted, limit])
    return rows.map((row) => ({
      citizen: summaryOf(row),
      kind: row.kind,
      target: isTarget(row) ? row.value : null,
      targetName: row.targetName,
      role: row.role ?? ROLE_OF_KIND[row.kind] ?? null,
    }))
  }

  async findByName(name: TypedName, limit: number): Promise<readonly NameMatch[]> {
    const found = await findPersonsByName(this.db, name, limit)
    if (found.length === 0) return []
    const rows = await selectRows<SummaryRow>(this.db, SUMMARIES, {
      ids: JSON.stringify(found.map(({ citizenId }) => citizenId)),
    })
    const byId = new Map(rows.map((row) => [row.citizenId, row]))
    return found.flatMap(({ citizenId, distance }) => {
      const row = byId.get(citizenId)
      return row ? [{ citizen: summaryOf(row), distance }] : []
    })
  }

  findIdentity(citizenId: number): Promise<CitizenFacts['identity'] | undefined> {
    return selectRow(this.db, IDENTITY, { citizenId })
  }

  async findPerson(personId: string): Promise<CitizenFacts['identity'] | undefined> {
    const person = await selectRow<{ citizenId: number }>(this.db, NUMBER_OF_PERSON, { personId })
    return person && this.findIdentity(person.citizenId)
  }

  async listAccounts(citizenId: number): Promise<readonly AccountEntry[]> {
    const central = await selectRows<CentralAccount>(this.db, CENTRAL_ACCOUNTS, [citizenId])
    return accountHistory(central, await listAccountRequests(this.db, citizenId))
  }

  async findAccount(citizenId: number): Promise<BankAccount | undefined> {
    return currentAccount(await this.listAccounts(citizenId))
  }

  async findFacts(citizenId: number, today: Day): Promise<CitizenFacts | undefined> {
    const identity = await this.findIdentity(citizenId)
    if (!identity) return undefined
    const stakes = (await selectRows<StakeRow>(this.db, STAKES, { citizenId }))
      .map(withMandate)
      .filter((stake) => mayActFor(stake, stake.closedOn, today))
    const pensions = await this.pensionsOf(citizenId)
    return {
      identity,
      mobile: (await this.findHidden(citizenId, 'MOBILE')) ?? null,
      account: (await this.findAccount(citizenId)) ?? null,
      numbers: {
        INSURED: await this.insuranceNumbersOf(citizenId),
        EMPLOYER: [...new Set(stakes.map(({ workshopCode }) => workshopCode))],
        PENSIONER: pensions.map(({ pensionNumber }) => pensionNumber),
      },
      suspendedPensions: pensions
        .filter(({ status, shareStatus }) => [status, shareStatus].includes('SUSPENDED'))
        .map(({ pensionNumber }) => pensionNumber),
      definitiveDebt: await this.definitiveDebtOf(stakes),
      actionNeeded: await this.actionsOf(citizenId),
      clerkId: (await this.clerkOf(identity.personId)) ?? null,
    }
  }

  async findHidden(citizenId: number, field: RevealField): Promise<string | undefined> {
    if (field !== 'MOBILE') {
      const account = await this.findAccount(citizenId)
      return (field === 'IBAN' ? account?.iban : account?.accountNumber) ?? undefined
    }
    const row = await selectRow<{ mobile: string | null }>(
      this.db,
      `select coalesce(${ownMobile(':citizenId')},
        (select mobile from citizens where citizen_id = :citizenId),
        (select c.mobile from ${REGISTERED_PERSONS} c where c.citizen_id = :citizenId)) as mobile`,
      { citizenId },
    )
    return row?.mobile ?? undefined
  }

  async findMobileChange(citizenId: number): Promise<Instant | undefined> {
    const row = await selectRow<{ at: Instant | null }>(
      this.db,
      'select max(changed_at) as at from mobile_changes where citizen_id = ?',
      [citizenId],
    )
    return row?.at ?? undefined
  }

  private async insuranceNumbersOf(citizenId: number): Promise<readonly string[]> {
    const rows = await selectRows<{ insuranceNumber: string }>(
      this.db,
      `select insurance_number as insuranceNumber from insured where citizen_id = ?
      order by status <> 'ACTIVE', registered_on desc, insurance_number`,
      [citizenId],
    )
    return rows.map((row) => row.insuranceNumber)
  }

  private pensionsOf(citizenId: number): Promise<readonly PensionRow[]> {
    return selectRows<PensionRow>(
      this.db,
      `select p.pension_number as pensionNumber, p.status, s.status as shareStatus
      from pension_shares s join pensions p on p.pension_number = s.pension_number
      where s.citizen_id = ?
      order by p.status <> 'ACTIVE', s.status <> 'ACTIVE', p.established_on desc, p.pension_number`,
      [citizenId],
    )
  }

  private async definitiveDebtOf(stakes: readonly WorkshopKey[]): Promise<Rial> {
    if (stakes.length === 0) return rial(0)
    const workshops = new Set(stakes.map(workshopWord))
    const groups = await selectRows<Pick<DebtFigures, 'stage' | 'status' | 'remaining'>>(
      this.db,
      `select d.stage, d.status, sum(d.remaining) as remaining
      from json_each(?) j cross join debts d
        on d.workshop_code = j.value ->> 0 and d.branch_code = j.value ->> 1
      group by d.stage, d.status`,
      [JSON.stringify([...workshops].map((workshop) => workshop.split('/')))],
    )
    const owed = groups.filter((group) => isOpenDebt(group) && isDefinitiveDebt(group))
    return addRial(...owed.map(({ remaining }) => remaining))
  }

  private async actionsOf(citizenId: number): Promise<number> {
    const row = await selectRow<{ count: number }>(
      this.db,
      `select (select count(*) from central_requests k
          where k.citizen_id = :citizenId and k.status in ('14', '21'))
        + (select count(*) from requests r where r.citizen_id = :citizenId and r.status in ('14', '21')
          and not exists (select 1 from central_requests k where k.tracking_code = r.tracking_code))
        as count`,
      { citizenId },
    )
    return row?.count ?? 0
  }

  private async clerkOf(personId: string): Promise<string | undefined> {
    const row = await selectRow<{ clerkId: string }>(
      this.db,
      'select clerk_id as clerkId from clerks where person_id = ? and active = 1',
      [personId],
    )
    return row?.clerkId
  }
}
