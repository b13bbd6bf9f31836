import { z } from 'zod'
import { command, query } from '#core/kernel/method.ts'
import { ChangeDecision, ParameterList, ProposedChange } from './parameter-change.model.ts'

const ChangeId = z.string().min(1).max(60)

export const parametersContract = {
  /** Every dated value in use and every change that was proposed here. */
  'parameters.list': query({
    permission: 'parameters.read',
    input: z.null(),
    output: ParameterList,
  }),
  /** Proposes a value in the place of an uncertain one; answers with the id of the proposal. */
  'parameters.propose': command({
    permission: 'parameters.propose',
    input: ProposedChange,
    output: z.object({ changeId: ChangeId }),
  }),
  /** A second person approves or refuses a proposal. */
  'parameters.decide': command({
    permission: 'parameters.approve',
    input: ChangeDecision,
    output: z.null(),
  }),
  /** The author takes an open proposal back. */
  'parameters.withdraw': command({
    permission: 'parameters.propose',
    input: z.object({ changeId: ChangeId }),
    output: z.null(),
  }),
}
