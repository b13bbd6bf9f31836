import type { CodeSlip } from '#core/messages/code-slip.model.ts'
import type { MessageGateway } from '#core/messages/messages.ports.ts'
import type { SendCodeNeeds } from '#core/messages/one-time-codes.rules.ts'
import { writingNeeds } from '../repositories.ts'
import type { AuditNote, TaskScope } from '../scope.ts'
import { codeMaker } from './code-maker.ts'
import { deskGateway } from './desk-gateway.ts'
import { GatewaysRepository } from './gateways.repository.ts'
import type { MessageLines } from './message-lines.ts'
import { messageWordings } from './message-wordings.gateway.ts'

export interface CodeSendingParts {
  readonly lines: MessageLines
  /** Draws the slip of the desk gateway as a PDF. */
  readonly drawSlip: (slip: CodeSlip) => Promise<Uint8Array>
}

/** What handlers that send codes are given. */
export interface CodeSending {
  /** The gateway in use, as this desk reaches it. */
  gatewayIn(scope: TaskScope): Promise<MessageGateway>
  /** What `sendCode` needs. `about` is noted in the audit entries of its transactions. */
  needsIn(scope: TaskScope, about: AuditNote): Promise<SendCodeNeeds>
}

/** Sends codes by the gateway in use, from the scope of a task. */
export function codeSending({ lines, drawSlip }: CodeSendingParts): CodeSending {
  async function gatewayIn(scope: TaskScope): Promise<MessageGateway> {
    const { actor, desk, office, secrets } = scope
    const kept = await scope.inQuery(({ reader }) => new GatewaysRepository(reader).findGateway())
    const gateway = await lines.gatewayOf(kept, secrets)
    const { kind, branchCode, branchName, province } = office
    return (
      gateway ??
      deskGateway({ actor, desk, drawSlip, office: { kind, branchCode, branchName, province } })
    )
  }

  return {
    gatewayIn,
    async needsIn(scope, about) {
      const { today, now, newId } = scope
      return {
        ...{ today, now, newId, codeMaker, messageWordings },
        gateway: await gatewayIn(scope),
        writing: (work) =>
          scope.inCommand((inside) => {
            inside.audit.note(about)
            return work(writingNeeds(inside))
          }),
      }
    },
  }
}
