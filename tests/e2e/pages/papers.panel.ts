import { expect, type Locator } from '@playwright/test'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { PaperKind } from '#core/certificates/paper.model.ts'
import type { Desk } from './desk.page.ts'
import { t } from './texts.ts'

/** Kinds that a panel orders. */
export type PanelKind = Exclude<PaperKind, 'request-receipt'>

/** The panel of one kind of paper, and the print that comes out of it. */
export class PapersPanel {
  readonly #desk: Desk
  readonly panel: Locator

  constructor(desk: Desk, kind: PanelKind) {
    this.#desk = desk
    this.panel = desk.panel(t(`enums.paperKind.${kind}`))
  }

  /** Opens it from the palette. */
  static async open(desk: Desk, kind: PanelKind): Promise<PapersPanel> {
    await desk.command(
      kind === 'access-sheet' ? t('papers.access.title') : t(`enums.paperKind.${kind}`),
    )
    const opened = new PapersPanel(desk, kind)
    await expect(opened.panel).toBeVisible()
    return opened
  }

  field(name: string): Locator {
    return this.panel.locator(`[name="${name}"]`)
  }

  /** The drawn page of the preview or of the issued paper. */
  get sheet(): Locator {
    return this.panel.locator('canvas')
  }

  get issueButton(): Locator {
    return this.panel.getByRole('button', { name: t('papers.issueAndPrint') })
  }

  /** Waits until Enter would issue: the panel knows what to issue and shows it. */
  async ready(): Promise<void> {
    await expect(this.sheet.first()).toBeVisible()
    await expect(this.issueButton).toBeEnabled()
  }

  /** The bytes of the paper that was just printed into a file. */
  async printed(): Promise<Uint8Array> {
    return printedPaper(this.#desk, this.panel)
  }
}

/** The bytes of the paper whose result a panel shows: with no printer, a print is a file. */
export async function printedPaper(desk: Desk, panel: Locator): Promise<Uint8Array> {
  await expect(panel.getByText(t('enums.printState.PRINTED'), { exact: true })).toBeVisible()
  const where = await panel.locator('p', { hasText: t('papers.where') }).innerText()
  const name = (await readdir(desk.prints)).find((file) => where.includes(file))
  if (name === undefined) throw new Error(`no print under ${where}`)
  return readFile(path.join(desk.prints, name))
}
