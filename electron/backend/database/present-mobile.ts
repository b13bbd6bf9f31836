/** Midnight in Tehran after a day, told in UTC, as text beside the day. */
const MIDNIGHT = "'T20:30:00.000Z'"

/** Whether a change `m` was made after the centre's data was frozen. */
export const IS_NEWER_THAN_EXTRACT = `m.changed_at >=
  coalesce((select value from extract_info where key = 'as_of') || ${MIDNIGHT}, '')`

/**
 * The number changed to at the counter last, where it counts before what the centre knows: changed after the centre's
 * data was frozen, or the centre knows no number. SQL of one value, null where it does not count.
 */
export function ownMobile(citizenId: string): string {
  return `(select m.new_mobile from mobile_changes m where m.citizen_id = ${citizenId}
    and (${IS_NEWER_THAN_EXTRACT} or not exists
      (select 1 from citizens k where k.citizen_id = m.citizen_id and k.mobile is not null))
    order by m.changed_at desc limit 1)`
}
