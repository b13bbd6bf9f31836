import { z } from 'zod'
import { MandatePaper, MandateScope } from '#core/employers/mandate.model.ts'

/** Confirmed and not ended; which of them are in force is for the rule of the day. */
const CONFIRMED = `join mandate_decisions d on d.mandate_id = m.mandate_id and d.outcome = 'CONFIRMED'
  where not exists (select 1 from mandate_endings e where e.mandate_id = m.mandate_id)`

const MANDATE_PART = `case m.kind when 'GAZETTE' then 'SIGNATORY' else 'REPRESENTATIVE' end`
const MANDATE_COLUMNS = `m.from_day, m.until_day, json_object('scope', json(m.scope),
      'paper', json_object('kind', m.kind, 'number', m.number, 'day', m.issued_on))`

/**
 * The one place that says for which workshops a citizen (`:citizenId`) acts or acted: members and natural employers of
 * the centre's data, and confirmed mandates of this office. A common table `stake`, to stand after `with`; `mandate`
 * is JSON for `withMandate`, null for what the centre registered.
 */
export const STAKE_TABLE = `stake as (
    select workshop_code, branch_code, role, from_date, to_date, null as mandate
    from workshop_members where citizen_id = :citizenId
    union all
    select workshop_code, branch_code, 'OWNER', coalesce(opened_on, '1921-03-21'), closed_on,
      null
    from workshops where employer_citizen_id = :citizenId and contract_row = '000'
    union all
    select m.workshop_code, m.branch_code, ${MANDATE_PART}, ${MANDATE_COLUMNS}
    from mandates m ${CONFIRMED} and m.citizen_id = :citizenId and m.workshop_code is not null
    union all
    select w.workshop_code, w.branch_code, ${MANDATE_PART}, ${MANDATE_COLUMNS}
    from workshops w join mandates m on m.legal_entity_id = w.legal_entity_id
      and w.contract_row = '000' ${CONFIRMED} and m.citizen_id = :citizenId
  )`

const StakeMandate = z.object({ scope: z.array(MandateScope), paper: MandatePaper })

/** A row of `stake` with what its mandate says; null where the centre registered the part. */
export function withMandate<Row extends { readonly mandate: string | null }>({
  mandate,
  ...row
}: Row): Omit<Row, 'mandate'> & {
  readonly scope: MandateScope[] | null
  readonly paper: MandatePaper | null
} {
  if (mandate === null) return { ...row, scope: null, paper: null }
  return { ...row, ...StakeMandate.parse(JSON.parse(mandate)) }
}

/** Whether the citizen `c` acts or acted for a workshop, by the same three ways. */
export const IS_EMPLOYER = `(exists (select 1 from workshop_members m where m.citizen_id = c.citizen_id)
    or exists (select 1 from workshops w where w.employer_citizen_id = c.citizen_id)
    or exists (select 1 from mandates m ${CONFIRMED} and m.citizen_id = c.citizen_id))`

/** Citizens with a mandate for a workshop or company that is searched by its number, for the table `wanted`. */
export const MANDATES_BY_NUMBER = `
    select wanted.kind, m.legal_entity_id, m.citizen_id, ''
    from wanted cross join mandates m on m.legal_entity_id = wanted.value ${CONFIRMED}
      and wanted.kind = 'LEGAL_ID'
    union
    select wanted.kind, w.workshop_code, m.citizen_id, w.branch_code
    from wanted cross join workshops w on w.workshop_code = wanted.value and w.contract_row = '000'
    cross join mandates m on m.legal_entity_id = w.legal_entity_id ${CONFIRMED}
      and wanted.kind = 'WORKSHOP_CODE'
    union
    select wanted.kind, m.workshop_code, m.citizen_id, m.branch_code
    from wanted cross join mandates m on m.workshop_code = wanted.value ${CONFIRMED}
      and wanted.kind = 'WORKSHOP_CODE'`
