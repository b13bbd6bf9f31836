import { expect, type Locator } from '@playwright/test'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { toLatinDigits } from '#core/kernel/digits.ts'
import { textOf } from '../../support/pdf-tools.ts'
import type { Desk } from './desk.page.ts'
import { t } from './texts.ts'

/** The page on which a newcomer is registered. */
export class RegistrationPage {
  readonly #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  get title(): Locator {
    return this.#desk.page.getByRole('heading', { name: t('registration.title') })
  }

  field(id: string): Locator {
    return this.#desk.page.locator(`[data-field="${id}"] :is(input, select, textarea)`).first()
  }

  /** The part of the form in sight. */
  step(id: 'identity' | 'contact' | 'guardian' | 'papers' | 'review'): Locator {
    return this.#desk.page.getByRole('region', { name: t(`registration.step.${id}`) })
  }

  get registered(): Locator {
    return this.#desk.page.getByText(t('registration.done.title'), { exact: true })
  }

  /** From the search that found nobody: the arrow to the offer, and Enter. */
  async fromSearch(text: string): Promise<void> {
    const { keys, page } = this.#desk
    await this.#desk.search(text)
    await expect(page.getByRole('button', { name: t('citizens.search.register') })).toBeVisible()
    await keys.press('ArrowDown')
    await keys.press('Enter')
    await expect(this.title).toBeVisible()
  }

  /** Types into fields, each in the place of what stands there. */
  async fill(values: Readonly<Record<string, string>>): Promise<void> {
    const { keys } = this.#desk
    for (const [id, value] of Object.entries(values)) {
      await this.#desk.goTo(this.field(id))
      await keys.press('Control+A')
      await keys.type(value)
    }
  }

  /** Moves a choice on until it says what is wanted. */
  async choose(id: string, value: string): Promise<void> {
    await this.#desk.goTo(this.field(id))
    await this.#desk.keys.press('Home')
    await this.#desk.keys.pressUntil(
      'ArrowDown',
      async () => (await this.field(id).inputValue()) === value,
    )
  }

  async next(step: Parameters<RegistrationPage['step']>[0]): Promise<void> {
    await this.#desk.keys.press('Control+Enter')
    await expect(this.step(step)).toBeVisible()
  }

  /** Ticks an original that the clerk has seen. */
  async see(paper: 'NATIONAL_CARD' | 'BIRTH_CERTIFICATE' | 'FOREIGNER_CARD'): Promise<void> {
    await this.#desk.goTo(
      this.#desk.page.getByRole('checkbox', { name: t(`registration.paper.${paper}`) }),
    )
    await this.#desk.keys.press('Space')
  }

  /** Sends the code, reads the slip that the desk prints for the newcomer, and types what stands there. */
  async typeCode(): Promise<void> {
    const before = await readdir(this.#desk.prints).catch((): string[] => [])
    await this.#desk.pressButton(t('registration.code.send'))
    await expect(this.field('code')).toBeFocused()
    const slip = (await readdir(this.#desk.prints)).find((name) => !before.includes(name))
    if (slip === undefined) throw new Error('no slip was printed')
    const text = toLatinDigits(textOf(await readFile(path.join(this.#desk.prints, slip))))
    const code = /(?:^|\s)(\d(?: ?\d){5})(?=\s|$)/m.exec(text)?.[1]
    if (code === undefined) throw new Error(`no code in ${text}`)
    await this.#desk.keys.type(code.replaceAll(' ', ''))
  }

  async register(): Promise<void> {
    await this.#desk.keys.press('Control+Enter')
    await expect(this.registered).toBeVisible()
  }
}
