import type { Page } from '@playwright/test'

/** A clerk's ten fingers: whatever goes through here is a key pressed, and is counted. */
export class Keys {
  readonly #page: Page
  #count = 0

  constructor(page: Page) {
    this.#page = page
  }

  /** Keys pressed since `restart`; a combination with Ctrl, Alt or Shift is one. */
  get count(): number {
    return this.#count
  }

  restart(): void {
    this.#count = 0
  }

  /** Presses keys one after the other: `F6`, `Enter`, `Alt+2`. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.#count++
      await this.#page.keyboard.press(key)
    }
  }

  /** Types a text, a key for each of its letters. */
  async type(text: string): Promise<void> {
    this.#count += Array.from(text).length
    await this.#page.keyboard.type(text)
  }

  /** Presses a key until the focus is where it is wanted; refuses after `most` presses. */
  async pressUntil(key: string, arrived: () => Promise<boolean>, most = 40): Promise<void> {
    for (let turn = 0; turn < most; turn++) {
      if (await arrived()) return
      await this.press(key)
    }
    if (!(await arrived())) throw new Error(`${most} times ${key} did not lead there`)
  }
}
