// A paper that lies in a list: printed from there, and the list follows what became of it.
import { watch } from 'vue'
import type { PaperKind } from '#core/certificates/paper.model.ts'
import { printPaper } from '../certificates/issuing.ts'
import { numberText } from '../certificates/number-text.ts'
import { usePaperPanel } from '../certificates/paper-panel.store.ts'
import { t } from '../locales/texts.ts'
import { notify } from '../ui/notices.ts'
import { refusalText } from '../ui/refusal-text.ts'

/** Reads the list again when a paper beside it was issued, and when its print succeeded or failed. */
export function followIssuing(reload: () => Promise<unknown>): void {
  const panel = usePaperPanel()
  watch(
    () => (panel.issuing.step === 'issued' ? panel.issuing.printing.state : undefined),
    (state) => {
      if (state !== undefined) void reload()
    },
  )
}

/** Prints a kept paper, reads the list again, and says what became of it. */
export async function printKept(
  paper: { readonly documentId: string; readonly kind: PaperKind; readonly number: string },
  reason: string | null,
  reload: () => Promise<unknown>,
): Promise<void> {
  const words = { paper: t(`enums.paperKind.${paper.kind}`), number: numberText(paper.number) }
  const { printing } = await printPaper(paper.documentId, reason)
  await reload()
  if (printing.state === 'printed') notify('ok', t('papers.queue.printedNow', words))
  else if (printing.state === 'failed')
    notify(
      'warning',
      t('papers.queue.failedNow', { ...words, reason: t(`enums.printReason.${printing.reason}`) }),
    )
  else if (printing.state === 'refused') notify('warning', refusalText(printing.refusal))
}
