import { expect, type Locator } from '@playwright/test'
import { jalaliMonthName } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import type { Desk } from './desk.page.ts'
import { t } from './texts.ts'

/** The slips of an open file: their list, two against each other, a year at a glance. */
export class SlipsPage {
  readonly #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  get list(): Locator {
    return this.#desk.page.getByRole('grid', { name: t('pensions.slipTable') })
  }

  get tools(): Locator {
    return this.#desk.page.getByRole('group', { name: t('slips.tools') })
  }

  /** The chosen slip beside the list, by its month. */
  detail(month: number, year: number): Locator {
    const name = `${jalaliMonthName(month)} ${toPersianDigits(year)}`
    return this.#desk.page.getByRole('region', { name, exact: true })
  }

  comparison(from: string, to: string): Locator {
    const name = t('slips.compare.title', { from, to })
    return this.#desk.page.getByRole('region', { name, exact: true })
  }

  /** Why the compared slips differ, one sentence each. */
  get reasons(): Locator {
    return this.#desk.page.getByRole('list', { name: t('slips.compare.why') }).getByRole('listitem')
  }

  months(year: number): Locator {
    const name = t('slips.months.table', { year: toPersianDigits(year) })
    return this.#desk.page.getByRole('grid', { name })
  }

  chart(year: number): Locator {
    const name = t('slips.months.chartLabel', { year: toPersianDigits(year) })
    return this.#desk.page.getByRole('img', { name })
  }

  async show(look: 'LIST' | 'GLANCE'): Promise<void> {
    const { keys } = this.#desk
    const name = t(look === 'LIST' ? 'slips.list' : 'slips.glance')
    const wanted = this.tools.getByRole('radio', { name })
    const current = this.tools.getByRole('radio', { checked: true })
    await this.#desk.goTo(current, 'Shift+Tab')
    await keys.pressUntil('ArrowDown', () => wanted.isChecked())
  }

  /** Moves to a field of the filter and down its list until it holds a value. */
  async choose(field: 'slips.year' | 'pensions.paymentType', value: string): Promise<void> {
    const place = this.tools.getByRole('combobox', { name: t(field) })
    await this.#desk.goTo(place, 'Shift+Tab')
    await this.#desk.keys.pressUntil('ArrowDown', async () => (await place.inputValue()) === value)
  }

  async expectCount(shown: string, of: string): Promise<void> {
    await expect(this.tools.getByRole('status')).toHaveText(t('slips.count', { n: shown, of }))
  }

  /** Goes to the list and down to a row with these words. */
  async goToSlip(words: RegExp): Promise<void> {
    await this.#desk.goTo(this.list)
    const row = this.list.getByRole('row', { selected: true })
    await this.#desk.keys.press('Home')
    await this.#desk.keys.pressUntil('ArrowDown', async () => words.test(await row.innerText()))
  }
}
