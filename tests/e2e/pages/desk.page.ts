import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ClerkRole } from '#core/kernel/permission.ts'
import { copyDemonstrationOffice, demonstrationSignIn } from '../../support/demonstration-office.ts'
import { launchApp } from '../../support/launch.ts'
import { Keys } from './keys.ts'
import { t } from './texts.ts'

/** The day on which the clock of every test office stands. */
export const TODAY = '1405/09/02'

export interface DeskOptions {
  /** An office that exists already; a copy of the demonstration office when left out. */
  readonly office?: string
  /** Settings and prints of an earlier start; fresh ones when left out. */
  readonly userDataDir?: string
  /** Another day on which its clock stands, Jalali. */
  readonly today?: string
  /** The desk starts without an office: the set-up is shown. */
  readonly empty?: boolean
  /** What must be in its environment to find printers; without it there are none. */
  readonly printers?: Readonly<Record<string, string>>
}

const DIGIT: Readonly<Record<ClerkRole, string>> = {
  CLERK: '1',
  SUPERVISOR: '2',
  ADMINISTRATOR: '3',
}

/** One running Bajeh with an office of its own, worked by keyboard alone. */
export class Desk {
  readonly app: ElectronApplication
  readonly page: Page
  readonly keys: Keys
  readonly userDataDir: string
  readonly office: string
  /** What the window complained about: errors, and what its policy refused. Stays empty. */
  readonly complaints: string[] = []
  #isGone = false

  private constructor(app: ElectronApplication, page: Page, userDataDir: string, office: string) {
    this.app = app
    this.page = page
    this.keys = new Keys(page)
    this.userDataDir = userDataDir
    this.office = office
    page.on('pageerror', (error) => this.complaints.push(`error: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`console: ${message.text()}`)
    })
  }

  /** Starts the program and waits for its first screen. */
  static async open(options: DeskOptions = {}): Promise<Desk> {
    const office = options.office ?? (await copyDemonstrationOffice())
    const { app, page, userDataDir } = await launchApp({
      args: [`--office=${office}`],
      env: {
        BAJEH_TODAY: options.today ?? TODAY,
        ...(options.empty ? { BAJEH_EMPTY_OFFICE: '1' } : {}),
        ...options.printers,
      },
      ...(options.userDataDir === undefined ? {} : { userDataDir: options.userDataDir }),
    })
    await app.evaluate(({ BrowserWindow }, hasPrinters) => {
      for (const window of BrowserWindow.getAllWindows()) {
        // The smallest screen of a branch.
        window.setContentSize(1366, 768)
        // Nobody's paper is used up: without a printer a print becomes a file.
        if (!hasPrinters) window.webContents.getPrintersAsync = () => Promise.resolve([])
      }
    }, options.printers !== undefined)
    const desk = new Desk(app, page, userDataDir, office)
    // Something to type in, or why there is nothing: until then the office is being looked at.
    await page.getByRole('textbox').or(page.getByRole('alert')).first().waitFor()
    return desk
  }

  /** Where papers go that would be printed. */
  get prints(): string {
    return path.join(this.userDataDir, 'prints')
  }

  /** Ends the program as its user would; once. */
  async close(): Promise<void> {
    if (this.#isGone) return
    this.#isGone = true
    await this.app.close()
  }

  /** Ends the whole program in the middle of whatever it does. */
  async kill(): Promise<void> {
    const program = this.app.process()
    const gone = once(program, 'exit')
    program.kill('SIGKILL')
    await gone
    this.#isGone = true
  }

  /** Process number of the backend that was started last. */
  async backendProcess(): Promise<number> {
    const log = await readFile(path.join(this.userDataDir, 'logs/shell.log'), 'utf8')
    const found = [...log.matchAll(/backend started, process (\d+)/g)].at(-1)?.[1]
    if (found === undefined) throw new Error('the log names no backend')
    return Number(found)
  }

  get searchBox(): Locator {
    return this.page.getByRole('combobox', { name: t('citizens.search.label') })
  }

  get hits(): Locator {
    return this.page
      .getByRole('listbox', { name: t('citizens.search.results') })
      .getByRole('option')
  }

  /** The header of the open file. */
  get header(): Locator {
    return this.page.getByRole('region', { name: t('citizens.header.label') })
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  /** A panel at the side, by its title. */
  panel(title: string): Locator {
    return this.page.getByRole('complementary', { name: title })
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name })
  }

  /** One key on the sign-in screen of the demonstration office. */
  async signIn(role: ClerkRole = 'CLERK'): Promise<void> {
    await this.page.getByText(demonstrationSignIn(role).secret).waitFor()
    await this.keys.press(DIGIT[role])
    await expect(this.page.getByRole('navigation')).toBeVisible()
    if (role !== 'ADMINISTRATOR') await expect(this.searchBox).toBeFocused()
  }

  /** Tabs to a field or button. */
  async goTo(place: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await place.waitFor()
    await this.keys.pressUntil(key, () => place.evaluate((one) => one === document.activeElement))
  }

  /** Tabs to a button and presses it. */
  async pressButton(name: string): Promise<void> {
    await this.goTo(this.page.getByRole('button', { name }))
    await this.keys.press('Enter')
  }

  /** Signs in by name and secret, as in an office that shows none. */
  async signInAs(userName: string, secret: string): Promise<void> {
    await expect(this.page.getByLabel(t('access.userName'))).toBeFocused()
    await this.keys.type(userName)
    await this.keys.press('Tab')
    await this.keys.type(secret)
    await this.keys.press('Enter')
    await expect(this.page.getByRole('navigation')).toBeVisible()
  }

  /** A command of the desk by the first letters of its name. */
  async command(name: string): Promise<void> {
    await this.keys.press('Control+K')
    await expect(this.dialog.getByRole('combobox')).toBeFocused()
    await this.keys.type(name)
    await this.keys.press('Enter')
  }

  /** F2 and a text; the answer is awaited by whoever looks at `hits`. */
  async search(text: string): Promise<void> {
    await this.keys.press('F2')
    await this.keys.type(text)
  }

  /** Finds by a number or name that leads to one person, and stops at the question who is here. */
  async find(text: string): Promise<void> {
    await this.search(text)
    await this.keys.press('Enter')
    await expect(this.dialog).toContainText(t('visits.title'))
  }

  /** Opens the file of the person a number belongs to: the identifier, Enter, and Enter for the visit. */
  async openFile(identifier: string): Promise<void> {
    await this.find(identifier)
    this.keys.restart()
    await this.keys.press('Enter')
    await expect(this.header).toBeVisible()
  }

  /** F12: the next person's turn. */
  async endVisit(): Promise<void> {
    await this.keys.press('F12')
    await expect(this.header).toBeHidden()
  }

  /** Back to nobody at the counter, whatever was open. */
  async clear(): Promise<void> {
    await this.keys.press('Escape', 'Escape', 'Escape')
    if (await this.header.isVisible()) await this.keys.press('F12')
    await this.keys.press('F2', 'Escape')
    await expect(this.header).toBeHidden()
    await expect(this.searchBox).toHaveValue('')
    this.keys.restart()
  }

  async lock(): Promise<void> {
    await this.keys.press('Control+Shift+L')
    await expect(this.page.getByRole('heading', { name: t('access.locked') })).toBeVisible()
  }

  /** The same clerk comes back. */
  async unlock(role: ClerkRole = 'CLERK'): Promise<void> {
    await this.keys.type(demonstrationSignIn(role).secret)
    await this.keys.press('Enter')
    await expect(this.page.getByRole('heading', { name: t('access.locked') })).toBeHidden()
  }

  /** Everything that stands in the window, seen or not: text and values of fields. */
  async everything(): Promise<string> {
    return this.page.evaluate(() => {
      const fields = [...document.querySelectorAll('input, textarea')]
      const values = fields.map((field) => (field as HTMLInputElement).value)
      return [document.documentElement.outerHTML, ...values].join('\n')
    })
  }
}
