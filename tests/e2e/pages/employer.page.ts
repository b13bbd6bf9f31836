import { expect, type Locator } from '@playwright/test'
import type { EmployerTab } from '../../../renderer/employers/employer.store.ts'
import type { Desk } from './desk.page.ts'
import { t } from './texts.ts'

const LABELS = {
  workshops: () => t('employers.title'),
  inquiry: () => t('employers.inquiry.title'),
  ledger: () => t('employers.ledger.title'),
  premium: () => t('employers.premium.tab'),
  requests: () => t('requests.tab'),
  box: () => t('vault.tab'),
  account: () => t('citizens.profile.tab'),
} as const satisfies Partial<Readonly<Record<EmployerTab, () => string>>>

/** The employer's role of an open file: the workshops, what they owe, the ledger of one. */
export class EmployerPage {
  readonly #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  get workshops(): Locator {
    return this.#grid(t('employers.table'))
  }

  get inquiry(): Locator {
    return this.#grid(t('employers.inquiry.table'))
  }

  get answer(): Locator {
    return this.#desk.page.getByRole('region', { name: t('employers.inquiry.answer') })
  }

  get debts(): Locator {
    return this.#grid(t('employers.ledger.table'))
  }

  get documents(): Locator {
    return this.#grid(new RegExp(t('employers.documents.table', { number: '[۰-۹]+' })))
  }

  get contracts(): Locator {
    return this.#grid(t('employers.contracts.table'))
  }

  /** The workshop in full, below the list. */
  get detail(): Locator {
    return this.#desk.page.getByRole('region', { name: t('employers.detail') })
  }

  /** The chosen debt, below the ledger. */
  get debt(): Locator {
    return this.#desk.page.getByRole('region', {
      name: new RegExp(t('employers.ledger.detail', { number: '[۰-۹]+' })),
    })
  }

  get ledgerFilter(): Locator {
    return this.#desk.page.getByRole('group', { name: t('employers.ledger.filter') })
  }

  get workshopFilter(): Locator {
    return this.#desk.page.getByRole('group', { name: t('employers.filter.label') })
  }

  /** The row that the keys are on in a table. */
  chosen(table: Locator): Locator {
    return table.getByRole('row', { selected: true })
  }

  /** Alt+2 and the tab, by the arrows on its row of tabs. */
  async open(tab: keyof typeof LABELS): Promise<void> {
    const { page, keys } = this.#desk
    await keys.press('Alt+2')
    const tabs = page.getByRole('tablist', { name: t('enums.role.EMPLOYER'), exact: true })
    await this.#desk.goTo(tabs.getByRole('tab', { selected: true }))
    const wanted = tabs.getByRole('tab', { name: LABELS[tab](), exact: true })
    await keys.pressUntil(
      'ArrowLeft',
      async () => (await wanted.getAttribute('aria-selected')) === 'true',
    )
  }

  /** Moves to a field of the ledger's filter and down its list until it says a text. */
  async choose(field: 'stage' | 'state' | 'from' | 'to' | 'row', text: string): Promise<void> {
    const name = field === 'row' ? t('employers.contractRows') : t(`employers.ledger.${field}`)
    const box = this.ledgerFilter.getByRole('combobox', { name, exact: true })
    await this.#desk.goTo(box)
    const said = () =>
      box.evaluate((one) => (one instanceof HTMLSelectElement ? one.selectedOptions[0]?.text : ''))
    await this.#desk.keys.pressUntil('ArrowDown', async () => (await said()) === text, 400)
  }

  /** What the filter of the ledger says of how many are left. */
  async expectCount(shown: string, of: string): Promise<void> {
    await expect(this.ledgerFilter.getByRole('status')).toHaveText(
      t('employers.ledger.count', { n: shown, of }),
    )
  }

  #grid(name: string | RegExp): Locator {
    return this.#desk.page.getByRole('grid', { name })
  }
}
