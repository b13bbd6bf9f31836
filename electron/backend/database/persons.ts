/**
 * First number of the persons registered at the counter. The centre's persons are counted from 1 and never reach it; it
 * stays below 2^31, so that lists of numbers are kept four bytes each.
 */
export const FIRST_REGISTERED = 1_000_000_000

/** Whether the registered person `g` is one whom the extract in use does not have: else the extract's row counts. */
export const IS_NOT_IN_EXTRACT =
  'not exists (select 1 from citizens x where x.citizen_id = g.citizen_id)'

/**
 * The registered persons whom the extract in use does not have, with the columns of `citizens`: to stand where a
 * statement has that table, beside it and never in a union with it, which would read a nation.
 */
export const REGISTERED_PERSONS = `(select g.citizen_id, g.person_id, g.first_name, g.last_name,
    g.father_name, g.sex, g.birth_date, null as death_date, g.nationality, g.certificate_number,
    g.birth_city, g.issue_city, g.marital_status, null as first_marriage_date, g.mobile,
    g.postal_code, g.address, g.branch_code
  from registered_citizens g where ${IS_NOT_IN_EXTRACT})`

/** A column of whoever has this number, in the extract or registered here: SQL of one value. */
export function personColumn(column: 'first_name' | 'last_name' | 'person_id', id: string): string {
  return `coalesce((select ${column} from citizens where citizen_id = ${id}),
    (select ${column} from registered_citizens where citizen_id = ${id}))`
}
