import { decideMandate, listWaitingMandates } from '#core/employers/decide-mandate.use-case.ts'
import { endMandate } from '#core/employers/end-mandate.use-case.ts'
import { enterMandate } from '#core/employers/enter-mandate.use-case.ts'
import { readOwnMandates, readWorkshopMandates } from '#core/employers/read-mandates.use-case.ts'
import { readingNeeds, writingNeeds } from '../repositories.ts'
import type { CommandScope, Handlers, QueryScope } from '../scope.ts'
import { MandateBookRepository, MandatesRepository } from './mandates.repository.ts'

type MandatesHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `employers.${string}andate${string}`>
>

function readingIn(scope: QueryScope) {
  return { ...readingNeeds(scope), mandates: new MandatesRepository(scope.reader) }
}

function writingIn(scope: CommandScope) {
  const { reader, db } = scope
  return { ...writingNeeds(scope), mandates: new MandateBookRepository(reader, db) }
}

/** The register of mandates: entered in a visit, confirmed by a second person. */
export const mandatesHandlers: MandatesHandlers = {
  'employers.workshopMandates': (input, scope) => readWorkshopMandates(input, readingIn(scope)),
  'employers.ownMandates': (visitId, scope) => readOwnMandates(visitId, readingIn(scope)),
  'employers.enterMandate': async (input, scope) => ({
    mandateId: await enterMandate(input, writingIn(scope)),
  }),
  'employers.endMandate': async (input, scope) => {
    await endMandate(input, writingIn(scope))
    return null
  },
  'employers.waitingMandates': (_input, scope) => listWaitingMandates(readingIn(scope)),
  'employers.decideMandate': async (input, scope) => {
    await decideMandate(input, writingIn(scope))
    return null
  },
}
