import net from 'node:net'
import type { PDU, Session } from 'smpp'
import type { DeliveryFault, SmppSettings } from '#core/messages/messages.model.ts'
import { LineFault } from './network-gateway.ts'

const SECOND = 1000
/** Between one question whether the other side is still there and the next. */
const STILL_THERE = 30 * SECOND

/** The name, the password or the right to bind is refused. */
const SIGN_IN: readonly number[] = [0x0d, 0x0e, 0x0f]
/** Not now: too much at once, or the queue of the other side is full. */
const BUSY: readonly number[] = [0x14, 0x58]

type Verb = 'bind_transceiver' | 'submit_sm' | 'enquire_link' | 'unbind'

/** A line to a message centre, bound from the moment it is made until one side ends it. */
export interface BoundSession {
  readonly isOpen: () => boolean
  /** Throws a LineFault unless the centre took it; TIMEOUT when it may have. */
  submit(fields: Readonly<Record<string, unknown>>): Promise<void>
  unbind(): Promise<void>
}

function statusFault(status: number): DeliveryFault | undefined {
  if (status === 0) return undefined
  if (SIGN_IN.includes(status)) return 'SIGN_IN'
  return BUSY.includes(status) ? 'BROKEN' : 'REFUSED'
}

/** The answer to a request, once; `lost` when the line ends before it, or time does. */
function ask(
  session: Session,
  request: { readonly verb: Verb; readonly fields: Readonly<Record<string, unknown>> },
  { milliseconds, lost }: { readonly milliseconds: number; readonly lost: DeliveryFault },
): Promise<PDU> {
  return new Promise((resolve, reject) => {
    const over = (): void => {
      clearTimeout(patience)
      session.off('close', over)
      reject(new LineFault(lost))
    }
    const patience = setTimeout(over, milliseconds)
    session.on('close', over)
    const isWritten = session[request.verb](request.fields, (answer) => {
      clearTimeout(patience)
      session.off('close', over)
      resolve(answer)
    })
    if (!isWritten) {
      clearTimeout(patience)
      session.off('close', over)
      reject(new LineFault('NO_CONNECTION'))
    }
  })
}

function connected(session: Session, tls: boolean, milliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void): void => {
      clearTimeout(patience)
      session.off('close', none)
      end()
    }
    const none = (): void => settle(() => reject(new LineFault('NO_CONNECTION')))
    const patience = setTimeout(none, milliseconds)
    session.on('close', none)
    session.once(tls ? 'secureConnect' : 'connect', () => settle(resolve))
  })
}

/** Answers what the centre asks by itself; a message that somebody sends to the office is taken and forgotten. */
function answerRequests(session: Session): void {
  for (const request of ['enquire_link', 'deliver_sm', 'data_sm'])
    session.on(request, (pdu: PDU) => void session.send(pdu.response()))
  session.on('unbind', (pdu: PDU) => {
    session.send(pdu.response())
    session.close()
  })
}

/**
 * Connects to the message centre of the settings and binds as a transceiver; throws a LineFault. An answer that is none
 * ends the line.
 */
export async function bindSession(settings: SmppSettings, secret: string): Promise<BoundSession> {
  const { host, port, tls, systemId, timeoutSeconds } = settings
  const milliseconds = timeoutSeconds * SECOND
  // Loaded when a line is first bound: a desk that opens does not wait for it.
  const { connect } = await import('smpp')
  const session = connect({
    ...{ host, port, tls },
    ...(tls && net.isIP(host) === 0 ? { servername: host } : {}),
  })
  let isOpen = true
  session.on('error', () => session.destroy())
  session.on('close', () => (isOpen = false))
  answerRequests(session)
  try {
    await connected(session, tls, milliseconds)
    const fields = { system_id: systemId, password: secret, interface_version: 0x34 }
    const verb = 'bind_transceiver'
    // Nothing was sent yet, so nothing is uncertain.
    const answer = await ask(session, { verb, fields }, { milliseconds, lost: 'NO_CONNECTION' })
    const fault = statusFault(answer.command_status)
    if (fault) throw new LineFault(fault)
  } catch (cause) {
    session.destroy()
    throw cause
  }
  const pulse = setInterval(() => {
    const asked = ask(
      session,
      { verb: 'enquire_link', fields: {} },
      { milliseconds, lost: 'TIMEOUT' },
    )
    asked.catch(() => session.destroy())
  }, STILL_THERE)
  session.on('close', () => clearInterval(pulse))
  return {
    isOpen: () => isOpen,
    async submit(fields) {
      const answer = await ask(
        session,
        { verb: 'submit_sm', fields },
        { milliseconds, lost: 'TIMEOUT' },
      )
      const fault = statusFault(answer.command_status)
      if (fault) throw new LineFault(fault)
    },
    async unbind() {
      if (!isOpen) return
      const request = { verb: 'unbind', fields: {} } as const
      await ask(session, request, { milliseconds: SECOND, lost: 'TIMEOUT' }).catch(() => undefined)
      session.destroy()
    },
  }
}
