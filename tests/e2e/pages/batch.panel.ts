import { expect, type Locator } from '@playwright/test'
import type { Desk } from './desk.page.ts'
import { t } from './texts.ts'

/** The panel of several papers at once. */
export class BatchPanel {
  readonly #desk: Desk
  readonly panel: Locator

  constructor(desk: Desk) {
    this.#desk = desk
    this.panel = desk.panel(t('papers.batch.title'))
  }

  static async open(desk: Desk): Promise<BatchPanel> {
    await desk.command(t('papers.batch.title'))
    const opened = new BatchPanel(desk)
    await expect(opened.panel).toBeVisible()
    return opened
  }

  /** The lines of the list, or of the summary. */
  get rows(): Locator {
    return this.panel.locator('tbody tr')
  }

  get summary(): Locator {
    return this.panel.getByRole('status', { name: t('papers.batch.summary') })
  }

  /** Another kind of list, by the arrows of its row. */
  async choose(of: 'family-slips' | 'family-certificates' | 'employer-statements'): Promise<void> {
    const { keys } = this.#desk
    const wanted = this.panel.getByRole('radio', { name: t(`enums.batchOf.${of}`) })
    await this.#desk.goTo(this.panel.getByRole('radio', { checked: true }), 'Shift+Tab')
    await keys.pressUntil('ArrowDown', () => wanted.isChecked())
  }

  /** A file dialog that answers with this place. */
  async saveTo(place: string): Promise<void> {
    await this.#desk.app.evaluate(({ dialog }, where) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: where })
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [where] })
    }, place)
  }
}
