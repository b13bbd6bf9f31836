import { expect, type Locator } from '@playwright/test'
import { toPersianDigits } from '#core/kernel/digits.ts'
import type { DecisionAct } from '#core/requests/decision.model.ts'
import { demonstrationExpert } from '../../support/demonstration-office.ts'
import type { Desk } from './desk.page.ts'
import { printedPaper } from './papers.panel.ts'
import { t } from './texts.ts'

const KEYS: Readonly<Record<DecisionAct, string>> = {
  ASK: 'Alt+A',
  RETURN: 'Alt+R',
  PROCESS: 'Alt+P',
  REFUSE: 'Alt+F',
  APPROVE: 'Alt+Y',
  ARTICLE16: 'Alt+S',
}

/** One request before its decider. */
export class DecisionScreen {
  readonly #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  get verdict(): Locator {
    return this.#desk.page.getByRole('region', { name: t('decisions.verdict') })
  }

  get form(): Locator {
    return this.#desk.page.getByRole('region', { name: t('decisions.form') })
  }

  get history(): Locator {
    return this.#desk.page.getByRole('region', { name: t('decisions.history') })
  }

  get done(): Locator {
    return this.#desk.page.getByRole('status', { name: t('decisions.done') })
  }

  act(act: DecisionAct): Locator {
    return this.#desk.page.getByRole('button', { name: t(`decisions.act.${act}`) })
  }

  /** The expert of the demonstration office signs in by the key that his line shows. */
  async signInExpert(): Promise<void> {
    const { secret, place } = demonstrationExpert()
    await this.#desk.page.getByText(secret).waitFor()
    await this.#desk.keys.press(String(place))
    await expect(this.#desk.searchBox).toBeFocused()
  }

  /** F9, the branch, the tracking code, Enter. */
  async open(code: string): Promise<void> {
    const { page, keys } = this.#desk
    await this.find(code)
    await keys.press('Enter')
    await expect(
      page.getByRole('heading', { level: 1, name: t('enums.requestKind.MARRIAGE') }),
    ).toBeVisible()
  }

  /** The line of a request in the worklist of the branch has the focus. */
  async find(code: string): Promise<void> {
    const { page, keys } = this.#desk
    await keys.press('F9')
    await this.#desk.goTo(page.getByRole('radio', { name: t('enums.worklistView.MINE') }))
    await keys.press('ArrowDown')
    await this.#desk.goTo(page.getByRole('textbox', { name: t('worklist.search') }))
    await keys.type(code)
    const row = this.line(code)
    await expect(row).toBeVisible()
    await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2)
    await keys.press('Enter')
    await expect(row).toHaveAttribute('data-at', 'on')
  }

  line(code: string): Locator {
    return this.#desk.page.getByRole('grid').getByRole('row', { name: toPersianDigits(code) })
  }

  async ask(act: DecisionAct): Promise<void> {
    await this.#desk.keys.press(KEYS[act])
    await expect(
      this.#desk.dialog.getByRole('heading', { name: t(`decisions.act.${act}`) }),
    ).toBeVisible()
  }

  async confirm(): Promise<void> {
    await this.#desk.keys.press('Control+Enter')
  }

  /** Ctrl+P issues and prints the letter of what was just decided. */
  async printLetter(): Promise<Uint8Array> {
    await this.#desk.keys.press('Control+P')
    return printedPaper(this.#desk, this.#desk.dialog)
  }
}
