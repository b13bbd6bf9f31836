import http from 'node:http'
import https from 'node:https'
import type { DeliveryFault, HttpSettings } from '#core/messages/messages.model.ts'
import { LineFault, reasonOf, type NetworkGateway } from './network-gateway.ts'

const SECOND = 1000

/**
 * Sends by POST to a service of the web. Redirects are not followed: they would lead to an address that nobody set.
 * An answer of 2xx counts as sent; what it says beyond that is not read.
 */
export function httpGateway(settings: HttpSettings, secret: string): NetworkGateway {
  const open = new Set<http.ClientRequest>()
  let closed = false
  return {
    channel: 'SMS',
    isConnected: () => false,
    async send({ mobile, text }) {
      if (closed) return { delivered: false, reason: 'NO_CONNECTION' }
      const { mobileField, textField, senderField, sender } = settings
      const body = {
        [mobileField]: mobile,
        [textField]: text,
        ...(senderField !== null && sender !== null ? { [senderField]: sender } : {}),
      }
      try {
        const fault = faultOf(await post(JSON.stringify(body), { settings, secret, open }))
        return fault ? { delivered: false, reason: fault } : { delivered: true }
      } catch (cause) {
        return { delivered: false, reason: reasonOf(cause) }
      }
    },
    close() {
      closed = true
      for (const request of open) request.destroy()
      return Promise.resolve()
    },
  }
}

function faultOf(status: number): DeliveryFault | undefined {
  if (status >= 200 && status < 300) return undefined
  if (status === 401 || status === 403) return 'SIGN_IN'
  return status >= 400 && status < 500 ? 'REFUSED' : 'BROKEN'
}

interface Posting {
  readonly settings: HttpSettings
  readonly secret: string
  readonly open: Set<http.ClientRequest>
}

/** The status of the answer. */
function post(body: string, { settings, secret, open }: Posting): Promise<number> {
  const { address, tokenHeader, timeoutSeconds } = settings
  const url = new URL(address)
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    let isSent = false
    const sending = request(
      url,
      {
        method: 'POST',
        agent: false,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
          [tokenHeader]: secret,
        },
      },
      (answer) => {
        resolve(answer.statusCode ?? 0)
        answer.destroy()
      },
    )
    // A host that takes the words and never answers may have sent them.
    const patience = setTimeout(
      () => sending.destroy(new LineFault(isSent ? 'TIMEOUT' : 'NO_CONNECTION')),
      timeoutSeconds * SECOND,
    )
    open.add(sending)
    sending.on('finish', () => (isSent = true))
    sending.on('error', (cause) =>
      reject(
        cause instanceof LineFault ? cause : new LineFault(isSent ? 'TIMEOUT' : 'NO_CONNECTION'),
      ),
    )
    sending.on('close', () => {
      clearTimeout(patience)
      open.delete(sending)
      reject(new LineFault('BROKEN')) // no effect once it is settled
    })
    sending.end(body)
  })
}
