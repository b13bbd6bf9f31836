import { expect, type Locator } from '@playwright/test'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { toPersianDigits } from '#core/kernel/digits.ts'
import type { WorklistView } from '#core/requests/worklist.model.ts'
import type { Desk } from './desk.page.ts'
import { t } from './texts.ts'

/** F9, and what stands beside it: the bell and the day report. */
export class WorklistScreen {
  readonly #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  get table(): Locator {
    return this.#desk.page.getByRole('grid', { name: t('worklist.table') })
  }

  get bell(): Locator {
    return this.#desk.page.getByRole('button', { name: t('notices.title') })
  }

  get news(): Locator {
    return this.#desk.page.getByRole('group', { name: t('notices.title') })
  }

  get report(): Locator {
    return this.#desk.page.getByRole('region', { name: t('reports.title') })
  }

  line(code: string): Locator {
    return this.table.getByRole('row', { name: toPersianDigits(code) })
  }

  /** F9 and a view, by the arrows of its choice. */
  async open(view: WorklistView): Promise<void> {
    const { page, keys } = this.#desk
    await keys.press('F9')
    const wanted = page.getByRole('radio', { name: t(`enums.worklistView.${view}`) })
    const chosen = page.getByRole('group', { name: t('worklist.view') }).locator('input:checked')
    await this.#desk.goTo(chosen)
    await keys.pressUntil('ArrowDown', () => wanted.isChecked())
    await expect(page.getByText(t('ui.loading'))).toHaveCount(0)
  }

  /** Chooses in a list of the filters by its first letters. */
  async filter(label: string, choice: string): Promise<void> {
    const box = this.#desk.page.getByRole('combobox', { name: label, exact: true })
    await this.#desk.goTo(box)
    await this.#desk.keys.pressUntil('ArrowDown', () =>
      box.evaluate(
        (one, wanted) =>
          one instanceof HTMLSelectElement && one.selectedOptions[0]?.text === wanted,
        choice,
      ),
    )
  }

  /** The lines have the keys. */
  async focusLines(): Promise<void> {
    await this.#desk.goTo(this.table)
  }

  /** Gives what is marked to a clerk by name; ends where the dialog tells the outcome. */
  async assign(name: string): Promise<void> {
    const { keys, dialog } = this.#desk
    await keys.press('Alt+A')
    await expect(dialog.getByRole('combobox')).toBeFocused()
    await keys.type(name)
    await expect(dialog.getByRole('option')).toHaveCount(1)
    await keys.press('Enter')
  }

  /** The report that was printed into a file last. */
  async printedReport(): Promise<Uint8Array> {
    const { prints } = this.#desk
    const list = async () =>
      (await readdir(prints).catch(() => [])).filter((name) => name.includes('report'))
    await expect.poll(list).not.toEqual([])
    const [name] = (await list()).toSorted().toReversed()
    return readFile(path.join(prints, name ?? ''))
  }
}
