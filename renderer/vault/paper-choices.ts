import { RequestPaper } from '#core/requests/request-paper.model.ts'
import { t } from '../locales/texts.ts'

const collator = new Intl.Collator('fa')

/** Every paper that a scan may prove, by its name. */
export function paperChoices(): readonly {
  readonly value: RequestPaper
  readonly label: string
}[] {
  return RequestPaper.options
    .map((value) => ({ value, label: t(`enums.requestPaper.${value}`) }))
    .toSorted((a, b) => collator.compare(a.label, b.label))
}
