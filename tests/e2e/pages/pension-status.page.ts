import { expect, type Locator } from '@playwright/test'
import type { Desk } from './desk.page.ts'
import { t } from './texts.ts'

/** The tab of the pensioner's role that tells how each file stands. */
export class PensionStatusPage {
  readonly #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** The files of the person, one row each. */
  get files(): Locator {
    return this.#desk.page.getByRole('grid', { name: t('pensions.files') })
  }

  /** How the chosen file stands, in words. */
  get standing(): Locator {
    return this.#desk.page.getByRole('region', { name: t('pensions.standing.title') })
  }

  get shares(): Locator {
    return this.#desk.page.getByRole('region', { name: t('pensions.survivors.title') })
  }

  /** One heir by his row. */
  heir(name: string): Locator {
    return this.shares.getByRole('row', { name })
  }

  get condition(): Locator {
    return this.#desk.page.getByRole('region', { name: t('pensions.condition.title') })
  }

  /** Goes to the role and its tab by keys. */
  async open(): Promise<void> {
    const { page, keys } = this.#desk
    const tabs = page.getByRole('tablist', { name: t('enums.role.PENSIONER'), exact: true })
    if (!(await tabs.isVisible())) await keys.press('Alt+3')
    await this.#desk.goTo(tabs.getByRole('tab', { selected: true }))
    const wanted = tabs.getByRole('tab', { name: t('pensions.status'), exact: true })
    await keys.pressUntil(
      'ArrowLeft',
      async () => (await wanted.getAttribute('aria-selected')) === 'true',
    )
    await expect(this.files).toBeVisible()
  }

  /** Chooses another file with the arrows of the table. */
  async choose(pensionNumber: string): Promise<void> {
    await this.#desk.goTo(this.files)
    const wanted = this.files.getByRole('row').filter({ hasText: pensionNumber })
    await this.#desk.keys.press('Home')
    await this.#desk.keys.pressUntil(
      'ArrowDown',
      async () => (await wanted.getAttribute('aria-selected')) === 'true',
    )
  }
}
