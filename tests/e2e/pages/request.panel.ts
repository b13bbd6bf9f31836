import { expect, type Locator } from '@playwright/test'
import { toLatinDigits } from '#core/kernel/digits.ts'
import type { Desk } from './desk.page.ts'
import { printedPaper } from './papers.panel.ts'
import { t } from './texts.ts'

/** Persons of the demonstration office who may file for the marriage allowance; the file knows the spouse. */
export const ENTITLED = ['9750734602', '0005908043', '9321051120', '9190581148'] as const

/** The panel of F8, open on the marriage allowance. */
export class RequestPanel {
  readonly #desk: Desk
  readonly panel: Locator

  constructor(desk: Desk) {
    this.#desk = desk
    this.panel = desk.panel(t('filing.title'))
  }

  get verdict(): Locator {
    return this.panel.getByRole('region', { name: t('rules.title') })
  }

  field(name: 'marriageDate' | 'spouseId' | 'spouseName' | 'deedNumber' | 'registryOffice') {
    return this.panel.getByLabel(t(`filing.marriage.${name}`))
  }

  get saved(): Locator {
    return this.panel.getByText(t('filing.draft.saved').replace('{time}', '').trim())
  }

  get filed(): Locator {
    return this.panel.getByText(t('filing.filed', { kind: t('enums.requestKind.MARRIAGE') }))
  }

  /** F8, two letters of the kind, Enter. */
  async open(): Promise<void> {
    const { keys } = this.#desk
    await keys.press('F8')
    await expect(this.panel.getByRole('combobox')).toBeFocused()
    await keys.type('کم')
    await keys.press('Enter')
    await expect(this.verdict).toBeVisible()
  }

  /** What the file cannot know, and that all papers were received. The focus is on the first of it. */
  async fillIn(deedNumber = '4711', registryOffice = '12'): Promise<void> {
    const { keys } = this.#desk
    await expect(this.field('deedNumber')).toBeFocused()
    await keys.type(deedNumber)
    await keys.press('Tab')
    await keys.type(registryOffice)
    await keys.press('Alt+M')
  }

  /** The tracking code of the filed request, in Latin digits. */
  async trackingCode(): Promise<string> {
    await expect(this.filed).toBeVisible()
    const card = this.panel.locator('p', { hasText: t('requests.trackingCode') }).first()
    const text = toLatinDigits(await card.locator('xpath=following-sibling::p').innerText())
    const [code] = /\d{6,}/.exec(text) ?? []
    if (code === undefined) throw new Error(`no tracking code in ${text}`)
    return code
  }

  /** Enter prints the receipt of what was just filed. */
  async printReceipt(): Promise<Uint8Array> {
    await expect(this.panel.getByRole('button', { name: t('filing.printReceipt') })).toBeFocused()
    await this.#desk.keys.press('Enter')
    return printedPaper(this.#desk, this.panel)
  }
}
