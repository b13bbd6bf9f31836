import { readDebtDocuments, readLedger } from '#core/employers/read-ledger.use-case.ts'
import { readPremium } from '#core/employers/read-premium.use-case.ts'
import { readWorkshop } from '#core/employers/read-workshop.use-case.ts'
import { readWorkshops } from '#core/employers/read-workshops.use-case.ts'
import { readingNeeds } from '../repositories.ts'
import type { Handlers } from '../scope.ts'

export const employersHandlers = {
  'employers.workshops': (visitId, scope) => readWorkshops(visitId, readingNeeds(scope)),
  'employers.ledger': (input, scope) => readLedger(input, readingNeeds(scope)),
  'employers.debtDocuments': (input, scope) => readDebtDocuments(input, readingNeeds(scope)),
  'employers.workshop': (input, scope) => readWorkshop(input, readingNeeds(scope)),
  'employers.premium': (input, scope) => readPremium(input, readingNeeds(scope)),
} satisfies Pick<
  Handlers,
  | 'employers.workshops'
  | 'employers.ledger'
  | 'employers.debtDocuments'
  | 'employers.workshop'
  | 'employers.premium'
>
