import { expect, type Locator } from '@playwright/test'
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { RequestPaper } from '#core/requests/request-paper.model.ts'
import { toLatinDigits } from '#core/kernel/digits.ts'
import { textOf } from '../../support/pdf-tools.ts'
import type { Desk } from './desk.page.ts'
import { t } from './texts.ts'

/** «صندوق مدارک» of the open citizen. */
export class BoxPage {
  readonly #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  get table(): Locator {
    return this.#desk.page.getByRole('grid', { name: t('vault.table') })
  }

  get rows(): Locator {
    return this.table.locator('tbody tr')
  }

  get chosen(): Locator {
    return this.table.locator('[aria-selected=true]')
  }

  /** By the palette, from any tab. */
  async open(): Promise<void> {
    await this.#desk.command(t('vault.tab'))
    await expect(this.#desk.page.getByText(t('vault.room'), { exact: true })).toBeVisible()
  }

  /** Puts a file into the box as the scan of a paper; what is told in answer is left to the caller. */
  async add(paper: RequestPaper, title: string, name: string, buffer: Buffer): Promise<void> {
    await this.#desk.pressButton(t('vault.addScan'))
    await this.fill(paper, title, name, buffer)
  }

  /** The same in the dialog that is open already. */
  async fill(paper: RequestPaper, title: string, name: string, buffer: Buffer): Promise<void> {
    const { dialog, keys } = this.#desk
    const list = dialog.getByLabel(t('vault.add.paper'))
    await this.#desk.goTo(list)
    await keys.press('Home')
    await keys.pressUntil('ArrowDown', async () => (await list.inputValue()) === paper)
    await this.#desk.goTo(dialog.getByLabel(t('vault.add.name')))
    await keys.press('Control+A')
    await keys.type(title)
    await this.choose(dialog.getByRole('button', { name: t('vault.add.choose') }), name, buffer)
  }

  /** Chooses a file by a button that asks for one. */
  async choose(button: Locator, name: string, buffer: Buffer): Promise<void> {
    const { keys, page, userDataDir } = this.#desk
    // By its path: the bytes of a large one would take longer than the office does.
    const file = path.join(await mkdtemp(path.join(userDataDir, 'scan-')), name)
    await writeFile(file, buffer)
    const chooser = page.waitForEvent('filechooser')
    // On the way there the window learns that choosing is done here.
    await this.#desk.goTo(button)
    await keys.press('Enter')
    await (await chooser).setFiles(file)
  }

  /** The password that stands on the last slip that was printed into a file. */
  async password(): Promise<string> {
    const { prints } = this.#desk
    const slips = (await readdir(prints)).filter((name) => name.includes('share'))
    expect(slips.length).toBeGreaterThan(0)
    const texts = await Promise.all(
      slips.map(async (name) => textOf(await readFile(path.join(prints, name)))),
    )
    const found = /\d{5}-\d{5}-\d{5}/.exec(toLatinDigits(texts.at(-1) ?? ''))
    if (!found) throw new Error('no password on the slip')
    return found[0]
  }
}
