/** Midnight in Tehran after a day, told in UTC, as text beside the day. */
const MIDNIGHT = "'T20:30:00.000Z'"

/** Nothing follows these. */
const FINAL = "('18', '19', '2602', 'CANCELLED')"

/**
 * The state of a request `r` filed here, joined with what the centre knows of it as `k`: the centre's, unless it is
 * undecided there and was withdrawn or decided here, or changed here after the centre's data was frozen.
 */
export const PRESENT_STATUS = `case
  when k.tracking_code is null then r.status
  when r.version = 1 then k.status
  when k.status in ${FINAL} then k.status
  when r.status in ${FINAL} then r.status
  when (select max(e.at) from request_events e where e.request_id = r.request_id)
    >= (select value from extract_info where key = 'as_of') || ${MIDNIGHT} then r.status
  else k.status end`
