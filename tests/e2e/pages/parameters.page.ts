import { expect, type Locator } from '@playwright/test'
import type { Desk } from './desk.page.ts'
import { t } from './texts.ts'

type Filter = 'ALL' | 'UNCERTAIN' | 'CHANGED' | 'WAITING'

/** «مقادیر و نرخ‌ها»: the list, one value of it, and the dialogs of a change. */
export class ParametersPage {
  readonly #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  get table(): Locator {
    return this.#desk.page.getByRole('grid', { name: t('parameters.table') })
  }

  get detail(): Locator {
    return this.#desk.page.getByRole('region', { name: t('parameters.detailRegion') })
  }

  get waiting(): Locator {
    return this.#desk.page.getByRole('region', { name: t('parameters.waiting'), exact: true })
  }

  get #search(): Locator {
    return this.#desk.page.getByRole('textbox', { name: t('parameters.search') })
  }

  /** By the palette, then by the arrows on the row of tabs. */
  async open(): Promise<void> {
    const { page, keys } = this.#desk
    await this.#desk.command(t('frame.administration'))
    const tabs = page.getByRole('tablist', { name: t('frame.administration') })
    await this.#desk.goTo(tabs.getByRole('tab', { selected: true }))
    const wanted = tabs.getByRole('tab', { name: t('administration.part.parameters') })
    await keys.pressUntil(
      'ArrowLeft',
      async () => (await wanted.getAttribute('aria-selected')) === 'true',
    )
    await this.table.waitFor()
  }

  /** Types into the search box and goes on to the first row that is left. */
  async find(text: string): Promise<void> {
    const { keys } = this.#desk
    await this.#desk.goTo(this.#search, 'Shift+Tab')
    await keys.press('Control+A')
    await keys.type(text)
    await expect(this.table.getByRole('row')).toHaveCount(2)
    await keys.press('Enter')
    await expect(this.table).toBeFocused()
    await expect(this.detail).toBeVisible()
  }

  /** Narrows the list by the arrows on its choices. */
  async narrow(filter: Filter): Promise<void> {
    const { page, keys } = this.#desk
    const choices = page.getByRole('group', { name: t('parameters.filter') })
    await this.#desk.goTo(choices.locator('input:checked'), 'Shift+Tab')
    const name = t(`parameters.filterOf.${filter}`).replace(' ()', '')
    const wanted = choices.getByRole('radio', { name })
    await keys.pressUntil('ArrowLeft', () => wanted.isChecked())
  }

  /** What a proposal says; the dialog is open and its first field has the focus. */
  async fill(change: {
    readonly value: string
    readonly from: string
    readonly source: string
    readonly reason: string
  }): Promise<void> {
    const { keys } = this.#desk
    const dialog = this.#desk.dialog
    await expect(dialog.getByLabel(t('parameters.newValue'))).toBeFocused()
    for (const [at, text] of [change.value, change.from, change.source, change.reason].entries()) {
      if (at > 0) await keys.press('Tab')
      await keys.press('Control+A')
      await keys.type(text)
    }
  }
}
