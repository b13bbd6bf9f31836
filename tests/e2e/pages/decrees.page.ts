import { expect, type Locator } from '@playwright/test'
import type { DecreeKind } from '#core/pensions/decree.model.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import type { Desk } from './desk.page.ts'
import { t } from './texts.ts'

/** The tab of the pensioner's role with the decrees of a file. */
export class DecreesPage {
  readonly #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  get list(): Locator {
    return this.#desk.page.getByRole('grid', { name: t('pensions.decreeTable') })
  }

  get year(): Locator {
    return this.#desk.page.getByRole('combobox', { name: t('pensions.decree.year') })
  }

  /** The chosen decree beside the list. */
  detail(kind: DecreeKind, year: number): Locator {
    const name = t('pensions.decree.title', {
      kind: t(`enums.decreeKind.${kind}`),
      year: toPersianDigits(year),
    })
    return this.#desk.page.getByRole('region', { name, exact: true })
  }

  /** The lines of the chosen decree; with their totals at the foot. */
  get lines(): Locator {
    return this.#desk.page.getByRole('table', { name: t('pensions.decree.lines') })
  }

  arrears(year: number): Locator {
    const name = t('pensions.decree.arrears', { year: toPersianDigits(year) })
    return this.#desk.page.getByRole('region', { name, exact: true })
  }

  /** Goes to the role and its tab by keys. */
  async open(): Promise<void> {
    const { page, keys } = this.#desk
    const tabs = page.getByRole('tablist', { name: t('enums.role.PENSIONER'), exact: true })
    if (!(await tabs.isVisible())) await keys.press('Alt+3')
    await this.#desk.goTo(tabs.getByRole('tab', { selected: true }))
    const wanted = tabs.getByRole('tab', { name: t('pensions.decrees') })
    await keys.pressUntil(
      'ArrowLeft',
      async () => (await wanted.getAttribute('aria-selected')) === 'true',
    )
  }

  /** Moves down the list until a decree is chosen. */
  async choose(decreeNumber: string): Promise<void> {
    await this.#desk.goTo(this.list)
    await this.#desk.keys.press('Home')
    const row = this.list.locator('[aria-selected=true]')
    const number = toPersianDigits(decreeNumber)
    await this.#desk.keys.pressUntil('ArrowDown', async () =>
      (await row.innerText()).includes(number),
    )
  }

  /** Goes to a line of the chosen decree and opens where it comes from. */
  async explain(title: string): Promise<Locator> {
    const line = this.lines.getByRole('button', { name: title })
    const first = this.lines.getByRole('button').first()
    await this.#desk.goTo(first)
    await this.#desk.keys.pressUntil('ArrowDown', () =>
      line.evaluate((one) => one === document.activeElement),
    )
    await this.#desk.keys.press('Enter')
    await expect(line).toHaveAttribute('aria-expanded', 'true')
    return this.lines.locator('tr.origin')
  }
}
