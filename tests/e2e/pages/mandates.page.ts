import { expect, type Locator } from '@playwright/test'
import type { Desk } from './desk.page.ts'
import { t } from './texts.ts'

/** By what paper somebody acts: the part of a workshop, the dialog it is typed in, and the list of the second person. */
export class MandatesPage {
  readonly #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  get workshops(): Locator {
    return this.#desk.page.getByRole('grid', { name: t('employers.table') })
  }

  get people(): Locator {
    return this.#desk.page.getByRole('grid', { name: t('mandates.table') })
  }

  get company(): Locator {
    return this.#desk.page.getByRole('region', { name: t('mandates.company') })
  }

  get queue(): Locator {
    return this.#desk.page.getByRole('grid', { name: t('mandates.queue.table') })
  }

  get waiting(): Locator {
    return this.#desk.page.getByRole('region', { name: t('mandates.queue.detail') })
  }

  /** In the role of an employer, the last of the workshops. */
  async chooseLast(): Promise<void> {
    await this.#desk.keys.press('Alt+2')
    await this.#desk.goTo(this.workshops)
    await this.#desk.keys.press('End')
  }

  /** From the list of workshops to those who act for the chosen one. */
  async openPeople(): Promise<void> {
    const { page, keys } = this.#desk
    const parts = page.getByRole('tablist', { name: t('employers.workshop.parts') })
    await this.#desk.goTo(parts.getByRole('tab', { selected: true }))
    const wanted = parts.getByRole('tab', { name: t('mandates.title') })
    await keys.pressUntil(
      'ArrowLeft',
      async () => (await wanted.getAttribute('aria-selected')) === 'true',
    )
    await this.people.waitFor()
  }

  /** Types into a field of the dialog, in the place of what stands there. */
  async fill(label: string, text: string): Promise<void> {
    const { dialog, keys } = this.#desk
    await this.#desk.goTo(dialog.getByLabel(label))
    await keys.press('Control+A')
    await keys.type(text)
  }

  /** Takes a part of the scope away, or gives it back. */
  async toggle(part: 'PAPERS' | 'REQUESTS'): Promise<void> {
    await this.#desk.goTo(this.#desk.dialog.getByLabel(t(`mandates.scopeOf.${part}`)))
    await this.#desk.keys.press('Space')
  }

  async save(): Promise<void> {
    await this.#desk.pressButton(t('mandates.save'))
    await expect(this.#desk.dialog).toBeHidden()
  }

  /** The list of the second person, in the administration. */
  async openQueue(): Promise<void> {
    const { page, keys } = this.#desk
    await this.#desk.command(t('frame.administration'))
    const tabs = page.getByRole('tablist', { name: t('frame.administration') })
    await this.#desk.goTo(tabs.getByRole('tab', { selected: true }))
    const wanted = tabs.getByRole('tab', { name: t('administration.part.mandates') })
    await keys.pressUntil(
      'ArrowLeft',
      async () => (await wanted.getAttribute('aria-selected')) === 'true',
    )
    await page.getByText(t('mandates.queue.lead')).waitFor()
  }

  /** Confirms the first that waits, after a look at what it says. */
  async confirmFirst(...said: readonly string[]): Promise<void> {
    const { dialog, keys, page } = this.#desk
    await this.#desk.goTo(this.queue)
    await keys.press('Enter')
    await expect(page.getByRole('button', { name: t('mandates.queue.confirm') })).toBeFocused()
    for (const text of said) await expect(this.waiting).toContainText(text)
    await keys.press('Enter')
    await expect(dialog).toContainText(t('mandates.queue.confirmBody'))
    await expect(dialog.getByRole('button', { name: t('mandates.queue.confirm') })).toBeFocused()
    await keys.press('Enter')
    await expect(dialog).toBeHidden()
  }
}
