import { expect, type Locator } from '@playwright/test'
import type { TicketChannel } from '#core/tickets/ticket.model.ts'
import type { Desk } from './desk.page.ts'
import { t } from './texts.ts'

/** 1420: the board of the branch, and the tab of an open file. */
export class TicketsPage {
  readonly #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** The list of the board. */
  get list(): Locator {
    return this.#desk.page.getByRole('grid', { name: t('tickets.board.table') })
  }

  /** The list of the open file. */
  get ofCitizen(): Locator {
    return this.#desk.page.getByRole('grid', { name: t('tickets.table') })
  }

  /** The ticket that lies open. */
  get pane(): Locator {
    return this.#desk.page.getByRole('region', { name: t('tickets.one') })
  }

  get rail(): Locator {
    return this.#desk.page.getByRole('navigation').getByRole('button', { name: /۱۴۲۰/ })
  }

  /** The sound that is being played. */
  get sound(): Locator {
    return this.pane.locator('audio')
  }

  /** The board, by the palette. */
  async open(): Promise<void> {
    await this.#desk.command(t('tickets.board.title'))
    await expect(
      this.#desk.page.getByRole('heading', { level: 1, name: t('tickets.title') }),
    ).toBeVisible()
  }

  /** Goes down a list of the dialog until a value is chosen. */
  async choose(label: string, value: string): Promise<void> {
    const { dialog, keys } = this.#desk
    const box = dialog.getByLabel(label, { exact: false }).first()
    await this.#desk.goTo(box)
    await keys.press('Home')
    await keys.pressUntil('ArrowDown', async () => (await box.inputValue()) === value)
  }

  async fill(label: string, text: string): Promise<void> {
    const box = this.#desk.dialog.getByLabel(label, { exact: false }).first()
    await this.#desk.goTo(box)
    await this.#desk.keys.press('Control+A')
    await this.#desk.keys.type(text)
  }

  /** Chooses a file by the button of that name. */
  async chooseFile(button: string, name: string, buffer: Buffer): Promise<void> {
    const chooser = this.#desk.page.waitForEvent('filechooser')
    await this.#desk.goTo(this.#desk.dialog.getByRole('button', { name: button }))
    await this.#desk.keys.press('Enter')
    await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer })
  }

  /** Channel, subject and text of the dialog that is open. */
  async write(channel: TicketChannel, subject: string, text: string): Promise<void> {
    await this.choose(t('tickets.channel'), channel)
    await this.choose(t('tickets.subject'), subject)
    await this.fill(t('tickets.text'), text)
  }

  async send(): Promise<void> {
    await this.#desk.keys.press('Control+Enter')
    await expect(this.#desk.dialog).toBeHidden()
  }
}
