import type { VaultScan } from '#core/vault/vault.model.ts'
import { call } from '../client/call.ts'
import { t } from '../locales/texts.ts'
import { notify } from '../ui/notices.ts'
import { refusalText } from '../ui/refusal-text.ts'

/** Prints a scan and says what became of it. */
export async function printScan(
  visitId: string,
  { documentId, title }: Pick<VaultScan, 'documentId' | 'title'>,
): Promise<void> {
  const reply = await call('vault.printScan', { visitId, documentId })
  if (!reply.ok) {
    notify('warning', refusalText(reply.refusal))
    return
  }
  const { printed, where, reason } = reply.value
  if (printed) notify('ok', t('vault.printedScan.ok', { title }))
  else {
    const because = t(`enums.printReason.${reason ?? 'failed'}`)
    notify('warning', t('vault.printedScan.failed', { title, reason: because }))
  }
  if (where !== null) notify('info', `${t('vault.printedScan.where')} \u2066${where}\u2069`)
}
