import { formatJalali } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { dayInTehran, tehranTime, type Instant } from '#core/kernel/instant.ts'
import type {
  TicketDue,
  TicketEvent,
  TicketFile,
  TicketStatus,
} from '#core/tickets/ticket.model.ts'
import { t } from '../locales/texts.ts'
import type { Tone } from '../ui/notices.ts'

/** How a status looks beside its words. */
export const STATUS_LOOKS: Readonly<Record<TicketStatus, { tone: Tone; icon: string }>> = {
  REGISTERED: { tone: 'info', icon: 'i-lucide-inbox' },
  REFERRED: { tone: 'info', icon: 'i-lucide-forward' },
  IN_REVIEW: { tone: 'warning', icon: 'i-lucide-hourglass' },
  ANSWERED: { tone: 'ok', icon: 'i-lucide-message-square-reply' },
  CLOSED: { tone: 'neutral', icon: 'i-lucide-archive' },
}

/** How a ticket's promise looks beside its words. */
export const DUE_LOOKS: Readonly<Record<TicketDue, { tone: Tone; icon: string }>> = {
  OVERDUE: { tone: 'error', icon: 'i-lucide-alarm-clock' },
  NEARLY: { tone: 'warning', icon: 'i-lucide-clock-alert' },
  IN_TIME: { tone: 'neutral', icon: 'i-lucide-clock' },
  ANSWERED: { tone: 'ok', icon: 'i-lucide-check' },
}

/** Whether a promise is told: one that is kept or far away says nothing. */
export function isAlarming(due: TicketDue): boolean {
  return due === 'OVERDUE' || due === 'NEARLY'
}

/** «۱۴۰۵/۰۹/۰۵ ساعت ۱۰:۳۰», or a dash. */
export function momentText(at: Instant | null): string {
  if (at === null) return '—'
  const day = toPersianDigits(formatJalali(dayInTehran(at)))
  return t('tickets.moment', { day, time: toPersianDigits(tehranTime(at)) })
}

/** Minutes and seconds, «۱:۰۵»; of a sound whose file tells no length, nothing. */
export function lengthText(seconds: number | null): string {
  if (seconds === null) return ''
  const rest = String(Math.floor(seconds % 60)).padStart(2, '0')
  return `\u2066${toPersianDigits(`${Math.floor(seconds / 60)}:${rest}`)}\u2069`
}

/** What an enclosure is called: its title, form and size. */
export function fileText({ format, kind, size, title }: TicketFile): string {
  const name = kind === 'VOICE' ? t('tickets.voice') : `\u2068${title}\u2069`
  return t('tickets.fileLine', {
    ...{ name, format: format.toUpperCase() },
    n: Math.max(1, Math.round(size / 1024)),
  })
}

/** What was done, in a line: «ارجاع به درآمد حق بیمه – نرگس متصدی». */
export function eventText({ actor, deed, to }: TicketEvent): string {
  const what = t(`enums.ticketDeed.${deed}`)
  return to === null
    ? t('tickets.eventLine', { what, actor })
    : t('tickets.eventLineTo', { what, to, actor })
}
