import { expect, type Locator } from '@playwright/test'
import type { CertificateState } from '#core/certificates/pension-certificates.model.ts'
import type { Desk } from './desk.page.ts'
import { t } from './texts.ts'

/** «گواهی‌ها» of an open pensioner. */
export class PensionCertificatesTab {
  readonly #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  get table(): Locator {
    return this.#desk.page.getByRole('grid', { name: t('papers.certificates.table') })
  }

  get rows(): Locator {
    return this.table.locator('tbody tr')
  }

  get chosen(): Locator {
    return this.table.locator('[aria-selected=true]')
  }

  /** By the arrows on the row of tabs. */
  async open(): Promise<void> {
    const { page, keys } = this.#desk
    const tabs = page.getByRole('tablist', { name: t('enums.role.PENSIONER'), exact: true })
    await this.#desk.goTo(tabs.getByRole('tab', { selected: true }))
    const wanted = tabs.getByRole('tab', { name: t('papers.certificates.tab'), exact: true })
    await keys.pressUntil(
      'ArrowLeft',
      async () => (await wanted.getAttribute('aria-selected')) === 'true',
    )
    await expect(this.table).toBeVisible()
  }

  /** Waits until the chosen certificate is in a state. */
  async isIn(state: CertificateState): Promise<void> {
    await expect(this.chosen).toContainText(t(`enums.certificateState.${state}`))
  }

  /** Records the letter by which the bank presented the chosen certificate. */
  async present(letter: string, day: string): Promise<void> {
    const { dialog, keys } = this.#desk
    await this.#desk.pressButton(t('papers.certificates.use.action'))
    await expect(dialog.locator('[name=letterNumber]')).toBeFocused()
    await keys.type(letter)
    await this.#desk.goTo(dialog.locator('[name=letterOn]'))
    await keys.type(day)
    await keys.press('Enter')
  }
}
