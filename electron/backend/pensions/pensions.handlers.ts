import {
  listDecrees,
  listPensionFiles,
  listSlips,
  readSlip,
} from '#core/pensions/read-pension.use-case.ts'
import { readingNeeds } from '../repositories.ts'
import type { Handlers } from '../scope.ts'

export const pensionsHandlers = {
  'pensions.files': (visitId, scope) => listPensionFiles(visitId, readingNeeds(scope)),
  'pensions.slips': (input, scope) => listSlips(input, readingNeeds(scope)),
  'pensions.slip': (input, scope) => readSlip(input, readingNeeds(scope)),
  'pensions.decrees': (input, scope) => listDecrees(input, readingNeeds(scope)),
} satisfies Pick<
  Handlers,
  'pensions.files' | 'pensions.slips' | 'pensions.slip' | 'pensions.decrees'
>
