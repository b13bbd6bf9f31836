import type { SmppSettings } from '#core/messages/messages.model.ts'
import { LineFault, reasonOf, type NetworkGateway } from './network-gateway.ts'
import { shortMessages } from './short-messages.ts'
import { type BoundSession, bindSession } from './smpp-session.ts'

const UCS2 = 0x08
const HAS_HEADER = 0x40
const INTERNATIONAL = 1
const TELEPHONE_PLAN = 1
const LETTERS = 5

/** 09… as message centres write it. */
function international(mobile: string): string {
  return `98${mobile.slice(1)}`
}

function senderFields(sender: string) {
  return /^\d+$/.test(sender)
    ? { source_addr: sender, source_addr_ton: 0, source_addr_npi: TELEPHONE_PLAN }
    : { source_addr: sender, source_addr_ton: LETTERS, source_addr_npi: 0 }
}

/**
 * Sends by SMPP 3.4. The line is bound when the first message goes and kept; one that broke is bound anew with the next
 * message. Messages go one after the other.
 */
export function smppGateway(settings: SmppSettings, secret: string): NetworkGateway {
  let bound: BoundSession | undefined
  let turn: Promise<unknown> = Promise.resolve()
  let closed = false
  let reference = 0
  const isClosed = (): boolean => closed

  async function session(): Promise<BoundSession> {
    if (isClosed()) throw new LineFault('NO_CONNECTION')
    if (!bound?.isOpen()) bound = await bindSession(settings, secret)
    if (!isClosed()) return bound
    await bound.unbind() // it was closed meanwhile
    throw new LineFault('NO_CONNECTION')
  }

  async function submit(mobile: string, text: string): Promise<void> {
    reference = (reference + 1) % 256
    const parts = shortMessages(text, reference)
    for (const { joined, bytes } of parts) {
      const line = await session()
      await line.submit({
        ...senderFields(settings.sender),
        ...{ destination_addr: international(mobile), dest_addr_ton: INTERNATIONAL },
        ...{ dest_addr_npi: TELEPHONE_PLAN, data_coding: UCS2 },
        ...{ esm_class: joined ? HAS_HEADER : 0, short_message: bytes },
      })
    }
  }

  return {
    channel: 'SMS',
    isConnected: () => !closed && (bound?.isOpen() ?? false),
    async send({ mobile, text }) {
      const mine = turn.then(() => submit(mobile, text))
      turn = mine.catch(() => undefined)
      try {
        await mine
        return { delivered: true }
      } catch (cause) {
        return { delivered: false, reason: reasonOf(cause) }
      }
    },
    async close() {
      closed = true
      await bound?.unbind()
    },
  }
}
