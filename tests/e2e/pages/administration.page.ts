import { expect, type Locator } from '@playwright/test'
import path from 'node:path'
import type { PaperKind } from '#core/certificates/paper.model.ts'
import type { Desk } from './desk.page.ts'
import { t } from './texts.ts'

/** The administrator's screen: data of the centre, clerks. */
export class AdministrationPage {
  readonly #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  get history(): Locator {
    return this.#desk.page.getByRole('grid', { name: t('administration.history') })
  }

  get running(): Locator {
    return this.#desk.page.getByRole('region', { name: t('administration.running') })
  }

  /** Chooses a zip or a folder in the system's dialog, which answers as told, and starts. */
  async begin(what: 'folder' | 'zip', source: string): Promise<void> {
    await this.#desk.app.evaluate(({ dialog }, file) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] })
    }, source)
    await this.#desk.pressButton(
      t(what === 'zip' ? 'administration.chooseZip' : 'administration.chooseFolder'),
    )
    // While the dialog is answered, a package chosen before stands here and nothing can begin.
    const chosen = this.#desk.page.locator('p', { hasText: t('administration.chosen') })
    await expect(chosen).toContainText(path.basename(source))
    await this.#desk.pressButton(t('administration.begin'))
  }

  /** How papers of one kind are printed at this desk. */
  printing(kind: PaperKind) {
    const paper = t(`enums.paperKind.${kind}`)
    const row = this.#desk.page.getByRole('group', { name: paper })
    const control = (part: 'printer' | 'tray' | 'copies' | 'duplex') =>
      row.getByRole('combobox', {
        name: t('administration.printing.of', {
          part: t(`administration.printing.${part}`),
          paper,
        }),
      })
    return {
      printer: control('printer'),
      tray: control('tray'),
      copies: control('copies'),
      duplex: control('duplex'),
      reset: row.getByRole('button', { name: t('administration.printing.reset', { paper }) }),
    }
  }

  async expectOutcome(outcome: 'done' | 'refused' | 'cancelled'): Promise<void> {
    await expect(this.#desk.page.getByText(t(`administration.outcome.${outcome}`))).toBeVisible({
      timeout: 60_000,
    })
  }

  /** Moves to another part of the screen: arrows on the row of tabs. */
  async part(name: 'import' | 'clerks' | 'desk' | 'secret'): Promise<void> {
    const { keys } = this.#desk
    const tabs = this.#desk.page.getByRole('tablist', { name: t('frame.administration') })
    await this.#desk.goTo(tabs.getByRole('tab', { selected: true }))
    const wanted = tabs.getByRole('tab', { name: t(`administration.part.${name}`) })
    await keys.pressUntil(
      'ArrowLeft',
      async () => (await wanted.getAttribute('aria-selected')) === 'true',
    )
  }
}
