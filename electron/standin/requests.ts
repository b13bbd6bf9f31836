import type { CdpSession } from './cdp.ts'
import { eventWith } from './event.ts'
import type { Page } from './page.ts'
import type { HeaderEntry, PausedRequest } from './protocol.ts'
import { fromBrowser, handlerOf, isRegistered, policyToBrowser, schemeOf } from './schemes.ts'
import { beforeRequest, headersReceived } from './session.ts'

/** A stand-in for Chromium's PDF viewer: the window only has to load and to print. */
const pdfViewer = Buffer.from('<!doctype html><meta charset="utf-8"><body></body>')

/** What becomes of a request. */
type Outcome =
  | { readonly kind: 'refused'; readonly errorReason: 'Aborted' | 'BlockedByClient' | 'Failed' }
  | { readonly kind: 'passed' }
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly headers: Record<string, string | readonly string[]>
      readonly body: Buffer
    }

/** Answers one request of the page or its workers: navigation checks, webRequest, custom schemes. */
export async function answerRequest(
  page: Page,
  paused: PausedRequest,
  session: CdpSession,
): Promise<void> {
  const { requestId } = paused
  const isMain = paused.resourceType === 'Document' && paused.frameId === page.mainFrame.frameToken
  const outcome = await decide(page, paused, isMain)
  if (outcome.kind === 'refused') {
    await session.send('Fetch.failRequest', { requestId, errorReason: outcome.errorReason })
    return
  }
  if (outcome.kind === 'passed') {
    await session.send('Fetch.continueRequest', { requestId })
    return
  }
  const { status, headers, body } = outcome
  const isPdf = isMain && String(headers['content-type']).startsWith('application/pdf')
  if (isPdf) page.pdf = body
  await session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: status,
    responseHeaders: headerEntries(isPdf ? { 'content-type': 'text/html' } : headers),
    body: (isPdf ? pdfViewer : body).toString('base64'),
  })
}

async function decide(page: Page, paused: PausedRequest, isMain: boolean): Promise<Outcome> {
  const { request, resourceType } = paused
  const url = fromBrowser(request.url)
  // A browser looks for an icon by itself, Electron does not.
  if (resourceType === 'Other' && request.url.endsWith('/favicon.ico')) {
    return { kind: 'answered', status: 204, headers: {}, body: Buffer.alloc(0) }
  }
  const isDocument = resourceType === 'Document'
  // A reload is not told from a page's own wish to stay: neither leads away.
  const isOurs = page.expected === request.url || (isMain && page.mainFrame._url === request.url)
  if (isDocument && !isOurs && isPrevented(page, url, isMain)) {
    return { kind: 'refused', errorReason: 'Aborted' }
  }
  if (isMain) {
    page.expected = undefined
    page.pdf = undefined
  }
  const details = {
    id: 1,
    url,
    method: request.method,
    resourceType: isDocument ? (isMain ? 'mainFrame' : 'subFrame') : resourceType,
    referrer: '',
    timestamp: Date.now(),
  }
  const blocked = { kind: 'refused', errorReason: 'BlockedByClient' } as const
  const before = await beforeRequest.run(url, details)
  if (before.cancel) return blocked
  const handler = handlerOf(url)
  if (!handler && !isRegistered(schemeOf(url))) return { kind: 'passed' }
  const response = await handler?.(toRequest(url, paused)).catch((error: unknown) => {
    console.error('[standin] protocol handler:', error)
    return undefined
  })
  if (!response || response.type === 'error') return { kind: 'refused', errorReason: 'Failed' }
  const headers = Object.fromEntries([...response.headers].map(([name, value]) => [name, [value]]))
  const received = await headersReceived.run(url, {
    ...details,
    statusCode: response.status,
    responseHeaders: headers,
  })
  if (received.cancel) return blocked
  return {
    kind: 'answered',
    status: response.status,
    headers: received.responseHeaders ?? headers,
    body: Buffer.from(await response.arrayBuffer()),
  }
}

/** Navigation that the page starts by itself can be prevented by the application. */
function isPrevented(page: Page, url: string, isMain: boolean): boolean {
  const details = { url, isMainFrame: isMain, isSameDocument: false, frame: null, initiator: null }
  const event = eventWith(details)
  page.contents.emit('will-frame-navigate', event)
  if (isMain) page.contents.emit('will-navigate', event, url, false, true, 1, 1)
  return event.defaultPrevented
}

function toRequest(url: string, { request }: PausedRequest): Request {
  const parts = request.postDataEntries?.map((part) => Buffer.from(part.bytes ?? '', 'base64'))
  const hasBody = parts !== undefined && !['GET', 'HEAD'].includes(request.method)
  return new Request(url, {
    method: request.method,
    headers: request.headers,
    ...(hasBody ? { body: Buffer.concat(parts) } : {}),
  })
}

function headerEntries(headers: Record<string, string | readonly string[]>): HeaderEntry[] {
  return Object.entries(headers).flatMap(([name, values]) =>
    (typeof values === 'string' ? [values] : values).map((value) => ({
      name,
      value: /^content-security-policy/i.test(name) ? policyToBrowser(value) : value,
    })),
  )
}
