import { expect, type Locator } from '@playwright/test'
import { toLatinDigits } from '#core/kernel/digits.ts'
import type { FileableKind } from '#core/requests/request.model.ts'
import type { Desk } from './desk.page.ts'
import { printedPaper } from './papers.panel.ts'
import { t } from './texts.ts'

/** Persons of the demonstration office who may file for the marriage allowance; the file knows the spouse. */
export const ENTITLED = ['9750734602', '0005908043', '9321051120', '9190581148'] as const

/** The panel of F8, open on one service. */
export class RequestPanel {
  readonly #desk: Desk
  readonly #kind: FileableKind
  readonly panel: Locator

  constructor(desk: Desk, kind: FileableKind = 'MARRIAGE') {
    this.#desk = desk
    this.#kind = kind
    this.panel = desk.panel(t('filing.title'))
  }

  get verdict(): Locator {
    return this.panel.getByRole('region', { name: t('rules.title') })
  }

  /** The input of a field by its name in the form. */
  field(id: string): Locator {
    return this.panel.locator(`[data-field="${id}"] :is(input, select, textarea)`).first()
  }

  /** What is told as wrong, all of it. */
  get faults(): Locator {
    return this.panel.getByRole('alert').first()
  }

  get saved(): Locator {
    return this.panel.getByText(t('filing.draft.saved').replace('{time}', '').trim())
  }

  get filed(): Locator {
    return this.panel.getByText(t('filing.filed', { kind: t(`enums.requestKind.${this.#kind}`) }))
  }

  /** A service of the list of F8. */
  service(kind: FileableKind = this.#kind): Locator {
    return this.panel.getByRole('option', { name: t(`enums.requestKind.${kind}`) })
  }

  /** F8, the two letters of the service, Enter. */
  async open(): Promise<void> {
    const { keys } = this.#desk
    await keys.press('F8')
    await expect(this.panel.getByRole('combobox')).toBeFocused()
    await keys.type(t(`filing.code.${this.#kind}`))
    await keys.press('Enter')
    await expect(this.verdict).toBeVisible()
  }

  /** Types into the fields one after the other, from the one that has the focus; Tab between them. */
  async typeInOrder(values: readonly string[]): Promise<void> {
    const { keys } = this.#desk
    for (const [at, value] of values.entries()) {
      if (at > 0) await keys.press('Tab')
      await keys.type(value)
    }
  }

  /** What the file cannot know of a marriage, and that all papers were received. The focus is on the first of it. */
  async fillIn(deedNumber = '4711', registryOffice = '12'): Promise<void> {
    await expect(this.field('deedNumber')).toBeFocused()
    await this.typeInOrder([deedNumber, registryOffice])
    await this.receiveAll()
  }

  /** Every paper was received at the counter. */
  async receiveAll(): Promise<void> {
    await this.#desk.keys.press('Alt+M')
  }

  /** Forward: to the next step, to the review, to the office. */
  async submit(): Promise<void> {
    await this.#desk.keys.press('Control+Enter')
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
