import { readWorkshops } from '#core/employers/read-workshops.use-case.ts'
import { readingNeeds } from '../repositories.ts'
import type { Handlers } from '../scope.ts'

export const employersHandlers = {
  'employers.workshops': (visitId, scope) => readWorkshops(visitId, readingNeeds(scope)),
} satisfies Pick<Handlers, 'employers.workshops'>
