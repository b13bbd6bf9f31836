import { readFile, revealField } from '#core/citizens/read-file.use-case.ts'
import { searchCitizens } from '#core/citizens/search-citizens.use-case.ts'
import { readingNeeds, writingNeeds } from '../repositories.ts'
import type { Handlers } from '../scope.ts'

export const citizensHandlers = {
  'citizens.search': (input, scope) => searchCitizens(input, readingNeeds(scope)),
  'citizens.file': (visitId, scope) => readFile(visitId, readingNeeds(scope)),
  'citizens.reveal': (input, scope) => revealField(input, writingNeeds(scope)),
} satisfies Pick<Handlers, 'citizens.search' | 'citizens.file' | 'citizens.reveal'>
