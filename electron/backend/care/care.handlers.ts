import { openHealth } from '#core/care/open-health.use-case.ts'
import { readEntitlement } from '#core/care/read-entitlement.use-case.ts'
import { readingNeeds, writingNeeds } from '../repositories.ts'
import type { Handlers } from '../scope.ts'
import { HealthBookRepository } from './health.repository.ts'

export const careHandlers = {
  'care.entitlement': (input, scope) => readEntitlement(input, readingNeeds(scope)),
  'care.openHealth': (input, scope) =>
    openHealth(input, {
      ...writingNeeds(scope),
      health: new HealthBookRepository(scope.reader, scope.db),
    }),
} satisfies Pick<Handlers, 'care.entitlement' | 'care.openHealth'>
