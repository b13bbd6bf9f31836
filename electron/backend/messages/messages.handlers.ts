import { readMessages } from '#core/messages/read-messages.use-case.ts'
import { setGateway } from '#core/messages/set-gateway.use-case.ts'
import { readingNeeds, writingNeeds } from '../repositories.ts'
import type { Handlers } from '../scope.ts'
import type { CodeSending } from './code-sending.ts'
import { GATEWAY_SECRET, type MessageLines } from './message-lines.ts'
import { messageWordings } from './message-wordings.gateway.ts'

/** What the slice needs beside its scope. */
export interface MessagesParts {
  readonly lines: MessageLines
  readonly sending: CodeSending
  /** Sends what is due; never rejects. */
  readonly sendDue: () => Promise<void>
}

type MessagesHandlers = Pick<Handlers, Extract<keyof Handlers, `messages.${string}`>>

/** The gateway of messages and what waits for it. */
export function messagesHandlers({ lines, sending, sendDue }: MessagesParts): MessagesHandlers {
  return {
    'messages.office': (_input, scope) =>
      readMessages({ ...readingNeeds(scope), gatewayState: lines.state }),
    async 'messages.setGateway'(change, scope) {
      const view = await setGateway(change, {
        ...writingNeeds(scope),
        sealSecret: (secret) => scope.secrets.seal(secret, GATEWAY_SECRET),
      })
      // Its farewell is not waited for inside the transaction; were this undone, it would be bound anew.
      void lines.close()
      return view
    },
    async 'messages.test'({ mobile }, scope) {
      const gateway = await sending.gatewayIn(scope)
      const text = messageWordings.test()
      const delivery = await gateway.send({ kind: 'NOTICE', mobile, text })
      const outcome = delivery.delivered
        ? { delivered: true, reason: null }
        : { delivered: false, reason: delivery.reason }
      await scope.inCommand(({ audit }) => {
        audit.note({ object: `test ${outcome.reason ?? 'sent'}` })
        return Promise.resolve()
      })
      return outcome
    },
    async 'messages.retry'(_input, scope) {
      await scope.inCommand(async (inside) => {
        const { note, now, outbox } = writingNeeds(inside)
        note({ object: `messages ${await outbox.retryAll(now())}` })
      })
      await sendDue()
      return await scope.inQuery((inside) =>
        readMessages({ ...readingNeeds(inside), gatewayState: lines.state }),
      )
    },
  }
}
