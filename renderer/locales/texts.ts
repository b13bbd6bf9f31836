import { createI18n } from 'vue-i18n'
import { toPersianDigits } from '#core/kernel/digits.ts'
import access from './fa/access.json'
import account from './fa/account.json'
import care from './fa/care.json'
import citizens from './fa/citizens.json'
import decisions from './fa/decisions.json'
import employers from './fa/employers.json'
import enums from './fa/enums.json'
import filing from './fa/filing.json'
import frame from './fa/frame.json'
import insured from './fa/insured.json'
import notices from './fa/notices.json'
import office from './fa/office.json'
import papers from './fa/papers.json'
import administration from './fa/administration.json'
import mandates from './fa/mandates.json'
import messages from './fa/messages.json'
import parameters from './fa/parameters.json'
import pensions from './fa/pensions.json'
import refusals from './fa/refusals.json'
import registration from './fa/registration.json'
import reports from './fa/reports.json'
import requests from './fa/requests.json'
import rules from './fa/rules.json'
import slips from './fa/slips.json'
import tickets from './fa/tickets.json'
import ui from './fa/ui.json'
import vault from './fa/vault.json'
import verification from './fa/verification.json'
import visits from './fa/visits.json'
import worklist from './fa/worklist.json'

const fa = {
  access,
  account,
  administration,
  care,
  citizens,
  decisions,
  employers,
  enums,
  filing,
  frame,
  insured,
  mandates,
  messages,
  notices,
  office,
  papers,
  parameters,
  pensions,
  refusals,
  registration,
  reports,
  requests,
  rules,
  slips,
  tickets,
  ui,
  vault,
  verification,
  visits,
  worklist,
}

type Leaves<T, Path extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Path}${K}` : Leaves<T[K], `${Path}${K}.`>
}[keyof T & string]

/** Every text of the screens, as a dotted path: a missing one does not compile. */
export type TextKey = Leaves<typeof fa>
export type TextValues = Readonly<Record<string, string | number>>

// The composition mode, which alone is built into the window.
const options = {
  legacy: false as const,
  locale: 'fa',
  missingWarn: false,
  fallbackWarn: false,
  messages: { fa },
}
const i18n = createI18n(options)

function inPersian(values: TextValues): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? toPersianDigits(value) : value,
    ]),
  )
}

/** A text of the screens. Numbers among the values appear in Persian digits, strings as they are. */
export function t(key: TextKey, values: TextValues = {}): string {
  return i18n.global.t(key, inPersian(values))
}

/** Whether there is a text for a key made of what the backend sent. */
export function hasText(key: string): key is TextKey {
  return i18n.global.te(key)
}

/** The first of several texts that exists: what the backend says may be newer than the screen. */
export function firstText(keys: readonly string[], values: TextValues = {}): string {
  for (const key of keys) if (hasText(key)) return t(key, values)
  return t('refusals.code.unexpected')
}
