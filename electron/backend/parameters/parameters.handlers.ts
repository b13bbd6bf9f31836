import { decideChange, withdrawChange } from '#core/parameters/decide-change.use-case.ts'
import { listParameters } from '#core/parameters/list-parameters.use-case.ts'
import { proposeChange } from '#core/parameters/propose-change.use-case.ts'
import type { CommandScope, Handlers } from '../scope.ts'
import {
  ParameterChangeBookRepository,
  ParameterChangesRepository,
} from './parameter-changes.repository.ts'
import { ParametersRepository } from './parameters.repository.ts'

type ParametersHandlers = Pick<Handlers, Extract<keyof Handlers, `parameters.${string}`>>

function writingIn({ reader, db, actor, now, newId, audit }: CommandScope) {
  return {
    ...{ actor, now, newId, note: audit.note },
    parameters: new ParametersRepository(reader),
    book: new ParameterChangeBookRepository(reader, db),
  }
}

/** Dated values, and the changes that two people of the office make to the uncertain ones. */
export const parametersHandlers: ParametersHandlers = {
  'parameters.list': (_input, { reader, actor, today }) =>
    listParameters({
      ...{ actor, today },
      parameters: new ParametersRepository(reader),
      changes: new ParameterChangesRepository(reader),
    }),
  'parameters.propose': async (proposed, scope) => ({
    changeId: await proposeChange(proposed, writingIn(scope)),
  }),
  'parameters.decide': async (decision, scope) => {
    await decideChange(decision, writingIn(scope))
    return null
  },
  'parameters.withdraw': async ({ changeId }, scope) => {
    await withdrawChange(changeId, writingIn(scope))
    return null
  },
}
