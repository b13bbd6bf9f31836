import { listDecrees, readDecreeExplanation } from '#core/pensions/read-decrees.use-case.ts'
import { listPensionFiles } from '#core/pensions/read-pension.use-case.ts'
import {
  compareSlips,
  listSlips,
  readSlip,
  readSlipYear,
} from '#core/pensions/read-slips.use-case.ts'
import { readSurvivors } from '#core/pensions/read-survivors.use-case.ts'
import { readingNeeds } from '../repositories.ts'
import type { Handlers } from '../scope.ts'

export const pensionsHandlers = {
  'pensions.files': (visitId, scope) => listPensionFiles(visitId, readingNeeds(scope)),
  'pensions.slips': (input, scope) => listSlips(input, readingNeeds(scope)),
  'pensions.slip': (input, scope) => readSlip(input, readingNeeds(scope)),
  'pensions.compareSlips': (input, scope) => compareSlips(input, readingNeeds(scope)),
  'pensions.slipYear': (input, scope) => readSlipYear(input, readingNeeds(scope)),
  'pensions.decrees': (input, scope) => listDecrees(input, readingNeeds(scope)),
  'pensions.decreeExplanation': (input, scope) => readDecreeExplanation(input, readingNeeds(scope)),
  'pensions.survivors': (input, scope) => readSurvivors(input, readingNeeds(scope)),
} satisfies Pick<
  Handlers,
  | 'pensions.files'
  | 'pensions.slips'
  | 'pensions.slip'
  | 'pensions.compareSlips'
  | 'pensions.slipYear'
  | 'pensions.decrees'
  | 'pensions.decreeExplanation'
  | 'pensions.survivors'
>
