import type { Migration } from 'kysely/migration'
import * as firstOffice from './migrations/0001-first-office.ts'
import * as keptPapers from './migrations/0002-kept-papers.ts'
import * as keysAndRevocations from './migrations/0003-keys-and-revocations.ts'
import * as citizensBox from './migrations/0004-citizens-box.ts'
import * as parameterChanges from './migrations/0005-parameter-changes.ts'
import * as papersHandedInLater from './migrations/0006-papers-handed-in-later.ts'
import * as mandates from './migrations/0007-mandates.ts'
import * as presentedCertificates from './migrations/0008-presented-certificates.ts'
import * as duties from './migrations/0009-duties.ts'
import * as registeredCitizens from './migrations/0010-registered-citizens.ts'
import * as healthOpenings from './migrations/0011-health-openings.ts'
import * as mobileAndMessages from './migrations/0012-mobile-and-messages.ts'
import * as reducedScans from './migrations/0014-reduced-scans.ts'
import * as tickets from './migrations/0015-tickets.ts'
import * as decisions from './migrations/0016-decisions.ts'
import * as worklist from './migrations/0017-worklist.ts'
import * as powers from './migrations/0018-powers.ts'

/** The migrations of `office.db`, in order; a released one is never edited. */
export const officeMigrations: Readonly<Record<string, Migration>> = {
  '0001-first-office': firstOffice,
  '0002-kept-papers': keptPapers,
  '0003-keys-and-revocations': keysAndRevocations,
  '0004-citizens-box': citizensBox,
  '0005-parameter-changes': parameterChanges,
  '0006-papers-handed-in-later': papersHandedInLater,
  '0007-mandates': mandates,
  '0008-presented-certificates': presentedCertificates,
  '0009-duties': duties,
  '0010-registered-citizens': registeredCitizens,
  '0011-health-openings': healthOpenings,
  '0012-mobile-and-messages': mobileAndMessages,
  '0014-reduced-scans': reducedScans,
  '0015-tickets': tickets,
  '0016-decisions': decisions,
  '0017-worklist': worklist,
  '0018-powers': powers,
}
