import { beginVisit } from '#core/visits/begin-visit.use-case.ts'
import { endVisit } from '#core/visits/end-visit.use-case.ts'
import {
  attachPowerScan,
  endPower,
  listPowers,
  listUsablePowers,
} from '#core/visits/powers.use-case.ts'
import { readCurrentVisit } from '#core/visits/read-visit.use-case.ts'
import { readingNeeds, writingNeeds } from '../repositories.ts'
import type { Handlers } from '../scope.ts'

export const visitsHandlers = {
  'visits.begin': (input, scope) => beginVisit(input, writingNeeds(scope)),
  'visits.end': (visitId, scope) => endVisit(visitId, writingNeeds(scope)),
  'visits.current': (_input, scope) => readCurrentVisit(readingNeeds(scope)),
  'visits.usablePowers': ({ citizenId }, scope) => listUsablePowers(citizenId, readingNeeds(scope)),
  'visits.powers': (visitId, scope) => listPowers(visitId, readingNeeds(scope)),
  'visits.endPower': (input, scope) => endPower(input, writingNeeds(scope)),
  'visits.attachPowerScan': (input, scope) => attachPowerScan(input, writingNeeds(scope)),
} satisfies Pick<Handlers, Extract<keyof Handlers, `visits.${string}`>>
