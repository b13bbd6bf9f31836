import { expect, type Locator } from '@playwright/test'
import type { Desk } from './desk.page.ts'
import { t } from './texts.ts'

type InsuredPart = 'record' | 'dependants'

/** The insured role of an open file: its records in both views, the filter, the dependants. */
export class RecordsPage {
  readonly #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** Years by months. */
  get months(): Locator {
    return this.#desk.page.getByRole('grid', { name: t('insured.grid') })
  }

  /** Every row of the centre. */
  get rows(): Locator {
    return this.#desk.page.getByRole('grid', { name: t('insured.rows') })
  }

  get dependants(): Locator {
    return this.#desk.page.getByRole('grid', { name: t('insured.dependants.table') })
  }

  get filter(): Locator {
    return this.#desk.page.getByRole('group', { name: t('insured.filter.label') })
  }

  /** What the filter says of how many rows are left. */
  async expectCount(shown: string, of: string): Promise<void> {
    await expect(this.filter.getByRole('status')).toHaveText(
      t('insured.filter.count', { n: shown, of }),
    )
  }

  field(name: 'workshop' | 'recordType' | 'filter.from' | 'filter.to' | 'era.label'): Locator {
    return this.filter.getByRole('combobox', { name: t(`insured.${name}`) })
  }

  /** Moves to a field of the filter and down its list until it holds a value. */
  async choose(field: Locator, value: string): Promise<void> {
    await this.#desk.goTo(field)
    await this.#desk.keys.pressUntil('ArrowDown', async () => (await field.inputValue()) === value)
  }

  async show(view: 'MONTHS' | 'ROWS'): Promise<void> {
    const wanted = this.filter.getByRole('radio', { name: t(`insured.view.${view}`) })
    await this.#desk.goTo(this.filter.getByRole('radio', { checked: true }))
    await this.#desk.keys.pressUntil('ArrowDown', () => wanted.isChecked())
  }

  async toggleWages(): Promise<void> {
    await this.#desk.goTo(this.filter.getByRole('checkbox'))
    await this.#desk.keys.press('Space')
  }

  /** Opens a part of the role by the arrows on its row of tabs. */
  async part(name: InsuredPart): Promise<void> {
    const { page, keys } = this.#desk
    const tabs = page.getByRole('tablist', { name: t('enums.role.INSURED'), exact: true })
    await this.#desk.goTo(tabs.getByRole('tab', { selected: true }))
    const label = name === 'record' ? t('insured.title') : t('insured.dependants.tab')
    const wanted = tabs.getByRole('tab', { name: label })
    await keys.pressUntil(
      'ArrowLeft',
      async () => (await wanted.getAttribute('aria-selected')) === 'true',
    )
  }

  /** The cell that the keys are on in the table of rows. */
  get chosenCell(): Locator {
    return this.rows.getByRole('gridcell', { selected: true })
  }
}
