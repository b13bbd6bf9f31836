import type { Verdict, VerdictCode } from '#core/verification/verification.model.ts'
import { t } from '../locales/texts.ts'
import type { Tone } from '../ui/notices.ts'

interface Look {
  readonly tone: Tone
  readonly icon: string
}

const LOOKS: Readonly<Record<VerdictCode, Look>> = {
  GENUINE: { tone: 'ok', icon: 'i-lucide-badge-check' },
  REVOKED: { tone: 'error', icon: 'i-lucide-ban' },
  EXPIRED: { tone: 'warning', icon: 'i-lucide-calendar-x-2' },
  ALTERED: { tone: 'error', icon: 'i-lucide-octagon-x' },
  UNKNOWN_KEY: { tone: 'warning', icon: 'i-lucide-key-round' },
  NOT_FOUND: { tone: 'warning', icon: 'i-lucide-search-x' },
  NOT_OURS: { tone: 'neutral', icon: 'i-lucide-file-question-mark' },
  UNREADABLE: { tone: 'neutral', icon: 'i-lucide-scan-line' },
}

/** How a verdict looks and what it is called. A number alone never makes a paper genuine. */
export function verdictLook({
  verdict,
  source,
  officeKind,
}: Pick<Verdict, 'verdict' | 'source' | 'officeKind'>): Look & { readonly title: string } {
  if (verdict === 'GENUINE' && source === 'NUMBER')
    return { tone: 'info', icon: 'i-lucide-hash', title: t('verification.issuedByNumber') }
  const title = t(`verification.verdict.${verdict}`)
  // Green would say that the paper counts.
  const isReal = officeKind === null || officeKind === 'real'
  if (verdict === 'GENUINE' && !isReal) return { ...LOOKS.GENUINE, tone: 'warning', title }
  return { ...LOOKS[verdict], title }
}
