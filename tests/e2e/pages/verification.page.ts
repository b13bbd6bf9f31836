import { expect, type Locator } from '@playwright/test'
import type { VerdictCode } from '#core/verification/verification.model.ts'
import type { Desk } from './desk.page.ts'
import { t } from './texts.ts'

/** «اصالت‌سنجی»: the box, the verdict, the revocations and the keys. */
export class VerificationPage {
  readonly #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  get box(): Locator {
    return this.#desk.page.getByRole('textbox', { name: t('verification.box') })
  }

  get card(): Locator {
    return this.#desk.page.getByRole('article')
  }

  get revocations(): Locator {
    return this.#desk.page.getByRole('grid', { name: t('verification.revocations.table') })
  }

  get keys(): Locator {
    return this.#desk.page
      .getByRole('list', { name: t('verification.keys.list') })
      .getByRole('listitem')
  }

  /** By the palette, as there is no key for it. */
  async open(): Promise<void> {
    await this.#desk.command(t('verification.title'))
    await expect(this.box).toBeFocused()
  }

  /** What a scanner sends: all its digits at once and Enter. The box is ready before and after. */
  async scan(text: string): Promise<void> {
    await expect(this.box).toBeFocused()
    await this.#desk.keys.type(text)
    await this.#desk.keys.press('Enter')
  }

  /** Chooses a file in the system's dialog. */
  async chooseFile(name: string, bytes: Uint8Array): Promise<void> {
    const chooser = this.#desk.page.waitForEvent('filechooser')
    await this.#desk.pressButton(t('verification.chooseFile'))
    const mimeType = 'application/pdf'
    await (await chooser).setFiles({ name, mimeType, buffer: Buffer.from(bytes) })
  }

  async expectVerdict(verdict: VerdictCode): Promise<void> {
    await this.#expectTitle(t(`verification.verdict.${verdict}`))
  }

  /** A number that was given: the least that can be said. */
  async expectIssued(): Promise<void> {
    await this.#expectTitle(t('verification.issuedByNumber'))
  }

  async #expectTitle(title: string): Promise<void> {
    await expect(this.card.getByRole('heading', { level: 2 })).toHaveText(title)
  }

  /** Moves to another part of the screen: arrows on the row of tabs, which keeps the focus. */
  async part(name: 'check' | 'share' | 'revocations' | 'keys'): Promise<void> {
    const tabs = this.#desk.page.getByRole('tablist', { name: t('verification.parts') })
    await this.#desk.goTo(tabs.getByRole('tab', { selected: true }), 'Shift+Tab')
    const wanted = tabs.getByRole('tab', { name: t(`verification.part.${name}`) })
    await this.#desk.keys.pressUntil(
      'ArrowLeft',
      async () => (await wanted.getAttribute('aria-selected')) === 'true',
    )
    if (name === 'check') await this.#desk.goTo(this.box)
  }
}
