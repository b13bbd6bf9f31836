import {
  RegistrationDraftForm,
  type RegistrationDraft,
} from '#core/registration/registration.model.ts'
import { nameKeys, spellings } from '#core/registration/namesakes.rules.ts'
import type {
  FoundPerson,
  NewCitizen,
  RegisteredBefore,
  RegistrationBook,
  Registrations,
} from '#core/registration/registration.ports.ts'
import { jalaliOf, type Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { nameTokens } from '#core/kernel/text.ts'
import { FIRST_REGISTERED, REGISTERED_PERSONS } from '../database/persons.ts'
import { ownMobile } from '../database/present-mobile.ts'
import { selectRow, selectRows } from '../database/rows.ts'
import type { Reading, Writing } from '../database/schema.ts'

interface PersonRow extends Omit<FoundPerson, 'deceased'> {
  readonly deceased: 0 | 1
}

const PERSON = `select c.citizen_id as citizenId, c.person_id as personId,
  c.first_name as firstName, c.last_name as lastName, c.father_name as fatherName,
  c.birth_date as birthDate, c.death_date is not null as deceased,
  coalesce(b.name, c.branch_code) as branchName`
const BRANCH = 'left join branches b on b.branch_code = c.branch_code'

const BY_IDENTIFIER = `${PERSON} from person_key k
  cross join citizens c on c.citizen_id = k.citizen_id ${BRANCH} where k.person_id = :personId
  union all ${PERSON} from ${REGISTERED_PERSONS} c ${BRANCH} where c.person_id = :personId`

/** The extract is asked by every spelling of the name; a registered person has one key whatever the spelling. */
const BY_NAME = `${PERSON} from json_each(:lastNames) l cross join json_each(:firstNames) f
  cross join person_name n on n.last_key = l.value and n.first_key = f.value
    and n.birth_year = :year
  cross join citizens c on c.citizen_id = n.citizen_id and c.birth_date = :birthDate ${BRANCH}
  union
  ${PERSON} from registered_citizens k cross join ${REGISTERED_PERSONS} c
    on c.citizen_id = k.citizen_id ${BRANCH}
  where k.last_key = :last and k.first_key = :first and k.birth_date = :birthDate`

/** Whoever was known by the number, or changed to it; whether it is still his is asked of each. */
const BY_MOBILE = `with holder as (
    select citizen_id from identifier where kind = 'MOBILE' and value = :mobile
    union select citizen_id from registered_citizens where mobile = :mobile
    union select citizen_id from mobile_changes where new_mobile = :mobile
  )
  select 1 as taken from holder
  left join citizens c on c.citizen_id = holder.citizen_id
  left join registered_citizens g on g.citizen_id = holder.citizen_id
  where (c.citizen_id is null or c.death_date is null)
    and coalesce(${ownMobile('holder.citizen_id')}, c.mobile, g.mobile) = :mobile limit 1`

/** Persons of the extract and those registered here, as registering needs them. */
export class RegistrationsRepository implements Registrations {
  private readonly reader: Reading

  constructor(reader: Reading) {
    this.reader = reader
  }

  findByKey(idempotencyKey: string): Promise<RegisteredBefore | undefined> {
    return selectRow(
      this.reader,
      `select citizen_id as citizenId, person_id as personId, registered_by as registeredBy,
        first_name as firstName, last_name as lastName
      from registered_citizens where idempotency_key = ?`,
      [idempotencyKey],
    )
  }

  async findPerson(personId: string): Promise<FoundPerson | undefined> {
    const row = await selectRow<PersonRow>(this.reader, BY_IDENTIFIER, { personId })
    return row && { ...row, deceased: row.deceased === 1 }
  }

  async listNamesakes({
    firstName,
    lastName,
    birthDate,
  }: {
    readonly firstName: string
    readonly lastName: string
    readonly birthDate: Day
  }): Promise<readonly FoundPerson[]> {
    const { first, last } = nameKeys({ firstName, lastName, fatherName: null })
    const rows = await selectRows<PersonRow>(this.reader, BY_NAME, {
      ...{ first, last, birthDate, year: jalaliOf(birthDate).year },
      firstNames: JSON.stringify(spellings(firstName)),
      lastNames: JSON.stringify(spellings(lastName)),
    })
    return rows.map((row) => ({ ...row, deceased: row.deceased === 1 }))
  }

  async isMobileTaken(mobile: string): Promise<boolean> {
    return (await selectRow(this.reader, BY_MOBILE, { mobile })) !== undefined
  }

  async isImporting(): Promise<boolean> {
    const row = await selectRow(
      this.reader,
      `select 1 as running from imports where state = 'RUNNING' limit 1`,
    )
    return row !== undefined
  }

  async numberFor(personId: string): Promise<number> {
    const known = await selectRow<{ citizenId: number }>(
      this.reader,
      'select citizen_id as citizenId from person_key where person_id = ?',
      [personId],
    )
    if (known) return known.citizenId
    const last = await selectRow<{ highest: number | null }>(
      this.reader,
      'select max(citizen_id) as highest from registered_citizens where citizen_id >= ?',
      [FIRST_REGISTERED],
    )
    return (last?.highest ?? FIRST_REGISTERED - 1) + 1
  }

  async findDraft(clerkId: string): Promise<RegistrationDraft | undefined> {
    const row = await selectRow<{ form: string; savedAt: Instant }>(
      this.reader,
      'select form, saved_at as savedAt from registration_drafts where clerk_id = ?',
      [clerkId],
    )
    return row && { form: RegistrationDraftForm.parse(JSON.parse(row.form)), savedAt: row.savedAt }
  }
}

/** The same, to register and to keep drafts, in the transaction it is given. */
export class RegistrationBookRepository
  extends RegistrationsRepository
  implements RegistrationBook
{
  private readonly db: Writing

  constructor(reader: Reading, db: Writing) {
    super(reader)
    this.db = db
  }

  async add({ citizenId, form, ...citizen }: NewCitizen): Promise<boolean> {
    const keys = nameKeys(form)
    if (await this.findPerson(form.personId)) return false
    await this.db
      .insertInto('registered_citizens')
      .values({
        citizen_id: citizenId,
        person_id: form.personId,
        first_name: form.firstName,
        last_name: form.lastName,
        father_name: form.fatherName,
        first_key: keys.first,
        last_key: keys.last,
        father_key: keys.father,
        sex: form.sex,
        birth_date: form.birthDate,
        nationality: form.nationality,
        certificate_number: form.certificateNumber,
        certificate_series: form.certificateSeries,
        certificate_serial: form.certificateSerial,
        birth_city: form.birthCity,
        issue_city: form.issueCity,
        marital_status: form.maritalStatus,
        mobile: form.mobile,
        mobile_proof: jsonOf(citizen.mobileProof),
        postal_code: form.postalCode,
        address: form.address,
        branch_code: citizen.branchCode,
        papers: JSON.stringify(form.papers),
        guardian: jsonOf(guardianOf(form)),
        namesakes: jsonOf(citizen.others),
        idempotency_key: citizen.idempotencyKey,
        registered_at: citizen.registeredAt,
        registered_by: citizen.registeredBy,
      })
      .execute()
    await this.db
      .insertInto('registered_name_words')
      .values(wordsOf(form).map((word) => ({ word, citizen_id: citizenId })))
      .execute()
    return true
  }

  async saveDraft(clerkId: string, draft: RegistrationDraftForm, at: Instant): Promise<void> {
    const form = JSON.stringify(draft)
    await this.db
      .insertInto('registration_drafts')
      .values({ clerk_id: clerkId, form, saved_at: at })
      .onConflict((conflict) => conflict.column('clerk_id').doUpdateSet({ form, saved_at: at }))
      .execute()
  }

  async discardDraft(clerkId: string): Promise<void> {
    await this.db.deleteFrom('registration_drafts').where('clerk_id', '=', clerkId).execute()
  }
}

const jsonOf = (value: object | null): string | null => value && JSON.stringify(value)

function guardianOf({
  guardianKind: kind,
  guardianId: personId,
  guardianName: fullName,
  orderNumber,
  orderDate,
}: NewCitizen['form']) {
  return kind === null ? null : { kind, personId, fullName, orderNumber, orderDate }
}

/** The words of a name, and all of them written as one, as the import makes them of its persons. */
function wordsOf({ firstName, lastName, fatherName }: NewCitizen['form']): readonly string[] {
  const words = [firstName, lastName, fatherName].flatMap((name) => {
    const tokens = nameTokens(name)
    return tokens.length > 1 ? [...tokens, tokens.join('')] : tokens
  })
  return [...new Set(words)]
}
