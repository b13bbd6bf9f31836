import { expect, type Locator } from '@playwright/test'
import { toPersianDigits } from '#core/kernel/digits.ts'
import type { Desk } from './desk.page.ts'
import { t } from './texts.ts'

type Part = 'ENTITLEMENT' | 'HEALTH'

/** «درمان» of the open citizen. */
export class CarePage {
  readonly #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  get panel(): Locator {
    return this.#desk.page.getByRole('main')
  }

  /** The person and his dependants, one row each under the head. */
  get family(): Locator {
    return this.#desk.page.getByRole('grid', { name: t('care.table') })
  }

  rowOf(name: string): Locator {
    return this.family.getByRole('row').filter({ hasText: name })
  }

  /** The whole answer for the chosen person. */
  get detail(): Locator {
    return this.panel.locator('section.detail-side')
  }

  get day(): Locator {
    return this.panel.locator('input[name=on]')
  }

  get reason(): Locator {
    return this.panel.locator('input[name=reason]')
  }

  /** The opened list. */
  get list(): Locator {
    return this.#desk.page.getByRole('grid', { name: t('care.health.table') })
  }

  filterOf(field: 'whose' | 'period' | 'category' | 'text'): Locator {
    return this.#desk.page
      .getByRole('group', { name: t('care.health.filter') })
      .getByLabel(t(`care.health.${field}`), { exact: true })
  }

  async #arrived(part: Part): Promise<void> {
    const tabs = this.#desk.page.getByRole('tablist', { name: t('care.tab'), exact: true })
    const name = t(part === 'HEALTH' ? 'care.healthTab' : 'care.entitlementTab')
    await expect(tabs.getByRole('tab', { name, selected: true })).toBeFocused()
  }

  /** F8 and the two letters of the service. */
  async openByService(part: Part): Promise<void> {
    const { keys, page } = this.#desk
    await keys.press('F8')
    await expect(page.getByRole('combobox', { name: t('filing.choose') })).toBeFocused()
    await keys.type(t(`filing.code.CARE_${part}`))
    await keys.press('Enter')
    await this.#arrived(part)
  }

  /** The command of the palette. */
  async openByCommand(part: Part): Promise<void> {
    await this.#desk.command(t(`filing.service.CARE_${part}`))
    await this.#arrived(part)
  }

  /** Writes a day into the field, right or wrong. */
  async type(day: string): Promise<void> {
    await this.#desk.goTo(this.day)
    await this.#desk.keys.press('Control+A')
    await this.#desk.keys.type(day)
  }

  /** Asks for another day, and waits for its answer. */
  async askFor(day: string): Promise<void> {
    await this.type(day)
    await expect(this.panel).toContainText(`در ${toPersianDigits(day)}`)
  }

  /** Chooses a person with the arrows of the table. */
  async choose(name: string): Promise<void> {
    await this.#desk.goTo(this.family)
    await this.#desk.keys.press('Home')
    await this.#desk.keys.pressUntil(
      'ArrowDown',
      async () => (await this.rowOf(name).getAttribute('aria-selected')) === 'true',
    )
  }
}
