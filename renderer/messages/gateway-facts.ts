import { formatJalali } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { dayInTehran, tehranTime, type Instant } from '#core/kernel/instant.ts'
import type { GatewayState, GatewayView } from '#core/messages/messages.model.ts'
import { t } from '../locales/texts.ts'

/** A word and its value; `latin` values read left to right and are copied as they are. */
export interface Fact {
  readonly id: string
  readonly label: string
  readonly text: string
  readonly latin?: boolean
}

/** A moment as the office reads it. */
export function momentText(at: Instant): string {
  const day = toPersianDigits(formatJalali(dayInTehran(at)))
  return t('messages.moment', { day, time: toPersianDigits(tehranTime(at)) })
}

/** What is set of a gateway; of the secret only that there is one. */
export function gatewayFacts({ settings, hasSecret, setAt }: GatewayView): Fact[] {
  const fact = (id: string, label: string, text: string): Fact => ({ id, label, text })
  const latin = (id: string, label: string, text: string): Fact => ({
    ...fact(id, label, text),
    latin: true,
  })
  const address: Fact[] =
    settings.kind === 'SMPP'
      ? [
          latin('host', t('messages.host'), `${settings.host}:${settings.port}`),
          fact('tls', t('messages.tlsFact'), t(settings.tls ? 'messages.yes' : 'messages.no')),
          latin('systemId', t('messages.systemId'), settings.systemId),
          latin('sender', t('messages.sender'), settings.sender),
        ]
      : settings.kind === 'HTTP'
        ? [
            latin('address', t('messages.address'), settings.address),
            latin('header', t('messages.tokenHeader'), settings.tokenHeader),
          ]
        : []
  return [
    fact('kind', t('messages.kind'), t(`enums.gatewayKind.${settings.kind}`)),
    ...address,
    ...(hasSecret ? [fact('secret', t('messages.secretFact'), t('messages.secretSet'))] : []),
    fact('setAt', t('messages.setAt'), setAt === null ? t('messages.never') : momentText(setAt)),
  ]
}

/** How a gateway of a network fares. */
export function stateFacts(
  { settings }: GatewayView,
  { connected, lastSentAt, lastFault }: GatewayState,
): Fact[] {
  if (settings.kind === 'DESK') return []
  const none = t('messages.noneYet')
  const fault =
    lastFault &&
    t('messages.faultAt', {
      reason: t(`enums.deliveryFault.${lastFault.reason}`),
      at: momentText(lastFault.at),
    })
  return [
    ...(settings.kind === 'SMPP'
      ? [
          {
            id: 'connected',
            label: t('messages.state'),
            text: t(connected ? 'messages.connected' : 'messages.notConnected'),
          },
        ]
      : []),
    {
      id: 'lastSent',
      label: t('messages.lastSent'),
      text: lastSentAt === null ? none : momentText(lastSentAt),
    },
    { id: 'lastFault', label: t('messages.lastFault'), text: fault ?? none },
  ]
}
