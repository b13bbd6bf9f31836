import { z } from 'zod'
import { command, query, task } from '#core/kernel/method.ts'
import {
  GatewayChange,
  GatewayView,
  MessageOffice,
  TestMessage,
  TestOutcome,
} from './messages.model.ts'

export const messagesContract = {
  /** The gateway, how it fares, and what has not left. */
  'messages.office': query({
    permission: 'messages.manage',
    input: z.null(),
    output: MessageOffice,
  }),
  'messages.setGateway': command({
    permission: 'messages.manage',
    input: GatewayChange,
    output: GatewayView,
  }),
  /** Sends a message without any content to a number, by the gateway in use. */
  'messages.test': task({
    permission: 'messages.manage',
    input: TestMessage,
    output: TestOutcome,
  }),
  /** Tries everything that has not left once more. */
  'messages.retry': task({ permission: 'messages.manage', input: z.null(), output: MessageOffice }),
}
