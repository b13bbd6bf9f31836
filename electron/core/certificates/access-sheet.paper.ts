import type { TrailDeed } from '#core/audit/audit.ports.ts'
import { dayInTehran } from '#core/kernel/instant.ts'
import { AccessSheet, type AccessDeed, type AccessRow } from './access-sheet.model.ts'
import { keyFigures } from './key-figures.rules.ts'
import type { OfficialPaper, Stating } from './official-paper.ts'
import { paperPerson } from './paper-person.rules.ts'
import { withoutEnd } from './paper-validity.rules.ts'

const FIGURES = ['nationalId', 'rows'] as const

type Kind = 'access-sheet'

/** As many as a person can read through; the newest ones. */
const MOST_ROWS = 1000

/** What a deed is called on the sheet, by the method of the contract. */
const DEEDS: Readonly<Record<string, AccessDeed>> = {
  'visits.begin': 'OPENED',
  'visits.end': 'ENDED',
  'citizens.reveal': 'REVEALED',
  'certificates.issue': 'PAPER_ISSUED',
  'certificates.issueBatch': 'PAPER_ISSUED',
  'certificates.print': 'PAPER_PRINTED',
  'certificates.letter': 'PAPER_ISSUED',
  'requests.file': 'REQUEST_FILED',
  'requests.withdraw': 'REQUEST_CHANGED',
  'requests.complete': 'REQUEST_CHANGED',
  'requests.item': 'REQUEST_OPENED',
  'requests.decide': 'REQUEST_DECIDED',
  'vault.share': 'PAPER_SHARED',
  'vault.endShare': 'SHARE_ENDED',
  'verification.checkShare': 'PAPER_ASKED',
  'vault.addScan': 'SCAN_ADDED',
  'vault.removeScan': 'SCAN_REMOVED',
  'vault.labelScan': 'SCAN_LABELLED',
  'vault.printScan': 'SCAN_PRINTED',
  'tickets.register': 'TICKET_REGISTERED',
  'tickets.attach': 'TICKET_HANDLED',
  'tickets.refer': 'TICKET_HANDLED',
  'tickets.take': 'TICKET_HANDLED',
  'tickets.answer': 'TICKET_HANDLED',
  'tickets.rate': 'TICKET_HANDLED',
  'tickets.close': 'TICKET_HANDLED',
  'tickets.reopen': 'TICKET_HANDLED',
  'care.openHealth': 'HEALTH_OPENED',
}

/** A draft is kept again at every pause in typing, and tells nobody anything before it is filed. */
const LEFT_OUT: readonly string[] = ['requests.saveDraft', 'requests.discardDraft']

/** A deed that was refused is told as such, whatever it was; one that no text names yet is told too. */
function deedOf({ action, outcome }: TrailDeed): AccessDeed {
  return outcome === 'done' ? (DEEDS[action] ?? 'OTHER') : 'REFUSED'
}

/** What the deed was about: a paper's number, a request's tracking code, or the field that was shown. */
function objectOf({ paperNumber, trackingCode, object }: TrailDeed): string | null {
  const field = object?.startsWith('field ') === true ? object.slice('field '.length) : null
  return paperNumber ?? trackingCode ?? field
}

/**
 * A print is noted twice, when it goes to the printer and when the printer has answered: of two such notes in a row
 * about one paper by one clerk, the sheet tells the first. `deeds` newest first, and so is the answer.
 */
function withoutAnswers(deeds: readonly TrailDeed[]): readonly TrailDeed[] {
  const sent = new Set<string>()
  const isAnswer = ({ action, outcome, object, clerkCode }: TrailDeed): boolean => {
    if (action !== 'certificates.print' || outcome !== 'done') return false
    const print = JSON.stringify([clerkCode, object])
    if (sent.delete(print)) return true
    sent.add(print)
    return false
  }
  return deeds
    .toReversed()
    .filter((deed) => !isAnswer(deed))
    .toReversed()
}

function rowOf(deed: TrailDeed): AccessRow {
  const { at, clerkCode, workstation, presence } = deed
  return {
    ...{ at, workstation, presence },
    deed: deedOf(deed),
    clerkCode: clerkCode ?? '-',
    object: objectOf(deed),
  }
}

/**
 * What the trail of this office tells a person of his own file: each deed, who did it (by code) and by what right.
 *
 * @law domain brief §6: the citizen may ask who opened the file
 */
export function accessSheet(
  { order, identity, issue, trackingCode }: Stating<Kind>,
  deeds: readonly TrailDeed[],
): AccessSheet {
  const { since } = order
  const told = deeds.filter(({ at }) => since === null || dayInTehran(at) >= since)
  return AccessSheet.parse({
    kind: 'access-sheet',
    issue,
    trackingCode,
    person: paperPerson(identity),
    from: since,
    rows: withoutAnswers(told).map(rowOf),
  })
}

export const accessSheetPaper: OfficialPaper<Kind> = {
  kind: 'access-sheet',
  digit: '9',
  part: null,
  presence: ['SELF', 'LAWYER', 'ATTORNEY', 'NATURAL_GUARDIAN', 'GUARDIAN'],
  validUntil: withoutEnd,
  async state(stating, { trail }) {
    const { citizenId, order } = stating
    const query = { leaveOut: LEFT_OUT, since: order.since, limit: MOST_ROWS }
    return accessSheet(stating, await trail.listOfCitizen(citizenId, query))
  },
  figureNames: FIGURES,
  figures: ({ person, rows }) =>
    keyFigures(FIGURES, { nationalId: person.nationalId, rows: rows.length }),
}
