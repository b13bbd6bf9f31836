import { host, runningBrowser } from './host.ts'
import { pages, type Page } from './page.ts'
import type { CdpEvents, TargetInfo } from './protocol.ts'
import { contentsOf } from './web-contents.ts'

/** Windows that asked for a tab, and tabs that came before anyone asked. */
const waiting: Page[] = []
const spare: { readonly sessionId: string; readonly targetId: string }[] = []

/** Gives the page a tab: one that is open already, or the next one that opens. */
export function expectTab(page: Page, openTab: () => void): void {
  const tab = spare.shift()
  if (tab) bind(page, tab.sessionId, tab.targetId)
  else {
    waiting.push(page)
    openTab()
  }
}

/** Follows the browser's tabs from now on. */
export async function watchTargets(): Promise<void> {
  const { root } = runningBrowser().cdp
  root.on('Target.attachedToTarget', (event) => {
    welcome(event).catch((error: unknown) => {
      if (!host.isExiting) console.error('[standin]', error)
    })
  })
  root.on('Target.detachedFromTarget', ({ sessionId }) => {
    for (const page of pages) if (page.sessionId === sessionId) page.gone()
  })
  await root.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
  })
}

async function welcome(event: CdpEvents['Target.attachedToTarget'][0]): Promise<void> {
  const { sessionId, targetInfo } = event
  if (targetInfo.type !== 'page') {
    const session = runningBrowser().cdp.session(sessionId)
    await session.send('Runtime.runIfWaitingForDebugger').catch(() => undefined)
    return
  }
  if (targetInfo.openerId !== undefined && contentsOf(targetInfo.openerId)) {
    await replaceTab(targetInfo, targetInfo.openerId)
    return
  }
  const page = waiting.shift()
  if (page) bind(page, sessionId, targetInfo.targetId)
  else spare.push({ sessionId, targetId: targetInfo.targetId })
}

/** A tab that a link opened: the application decides, and a window of its own takes its place. */
async function replaceTab(target: TargetInfo, openerId: string): Promise<void> {
  const opener = contentsOf(openerId)
  const last = opener?._page.lastOpen
  const url = target.url || (last?.url ?? '')
  const features = (last?.windowFeatures ?? []).join(',')
  const response = opener?._mayOpen(url, last?.windowName ?? '', features)
  const { root } = runningBrowser().cdp
  await root.send('Target.closeTarget', { targetId: target.targetId }).catch(() => undefined)
  if (response?.action === 'allow') opener?.emit('-open', url, response)
}

function bind(page: Page, sessionId: string, targetId: string): void {
  page.attach(sessionId, targetId).catch((error: unknown) => {
    if (!host.isExiting) console.error('[standin]', error)
  })
}
