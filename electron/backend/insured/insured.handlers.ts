import { readContributions } from '#core/insured/read-contributions.use-case.ts'
import { readDependants } from '#core/insured/read-dependants.use-case.ts'
import { readFindings } from '#core/insured/read-findings.use-case.ts'
import { readingNeeds } from '../repositories.ts'
import type { Handlers } from '../scope.ts'

export const insuredHandlers = {
  'insured.contributions': (visitId, scope) => readContributions(visitId, readingNeeds(scope)),
  'insured.dependants': (visitId, scope) => readDependants(visitId, readingNeeds(scope)),
  'insured.findings': (visitId, scope) => readFindings(visitId, readingNeeds(scope)),
} satisfies Pick<Handlers, 'insured.contributions' | 'insured.dependants' | 'insured.findings'>
