import type { IssuedPaper } from '#core/certificates/certificate.model.ts'
import type {
  DocumentBook,
  KeptPaper,
  NewPaper,
  NumberRange,
  Print,
} from '#core/certificates/certificates.ports.ts'
import type { DrawnPaper } from '#core/certificates/paper.model.ts'
import { toldOf } from '#core/certificates/state-paper.rules.ts'

/** The books of an office in memory; what a test changes in them is what the office finds. */
export class FakeDocuments implements DocumentBook {
  readonly papers: NewPaper[] = []
  readonly files = new Map<string, DrawnPaper>()
  readonly prints: (Print & { readonly fault: KeptPaper['printFault'] })[] = []
  readonly revoked = new Set<string>()
  readonly #serials = new Map<string, number>()

  #kept(paper: NewPaper | undefined): Promise<KeptPaper | undefined> {
    if (!paper) return Promise.resolve(undefined)
    const { documentId, file } = paper
    const prints = this.prints.filter((print) => print.documentId === documentId)
    const last = prints.at(-1)
    return Promise.resolve({
      ...paper,
      sha256: file.sha256,
      ...toldOf(paper.statement),
      printState: last?.state ?? 'WAITING',
      printFault: last?.fault ?? null,
      revoked: this.revoked.has(documentId),
      prints: prints.filter(({ state }) => state === 'PRINTED').length,
    })
  }

  async #all(fits: (paper: KeptPaper) => boolean): Promise<IssuedPaper[]> {
    const all = await Promise.all(this.papers.map((paper) => this.#kept(paper)))
    return all.filter((paper) => paper !== undefined).filter(fits)
  }

  #put(print: Print, fault: KeptPaper['printFault'] = null): void {
    const at = this.prints.findIndex(
      ({ documentId, seq }) => documentId === print.documentId && seq === print.seq,
    )
    this.prints.splice(at < 0 ? this.prints.length : at, at < 0 ? 0 : 1, { ...print, fault })
  }

  /** Runs a transaction: a throw gives the numbers back and takes the papers out again. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    const [papers, serials] = [[...this.papers], [...this.#serials]]
    try {
      return await work()
    } catch (cause) {
      this.papers.splice(0, this.papers.length, ...papers)
      this.#serials.clear()
      for (const [range, serial] of serials) this.#serials.set(range, serial)
      throw cause
    }
  }

  findByKey = (key: string) => this.#kept(this.papers.find((one) => one.idempotencyKey === key))
  find = (id: string) => this.#kept(this.papers.find(({ documentId }) => documentId === id))
  findOfRequest = (id: string) => this.#kept(this.papers.find(({ requestId }) => requestId === id))
  listOfCitizen = (id: number) => this.#all(({ citizenId }) => citizenId === id)
  listUnprinted = (id: string) =>
    this.#all(
      ({ clerkId, printState }) =>
        clerkId === id && printState !== 'PRINTED' && printState !== 'DROPPED',
    )

  findFile = (documentId: string, copy: number) =>
    Promise.resolve(this.files.get(`${documentId}/${copy}`))

  findLastPrint = (id: string) =>
    Promise.resolve(this.prints.findLast(({ documentId }) => documentId === id))

  nextSerial = ({ kind, year }: NumberRange) =>
    Promise.resolve((this.#serials.get(`${kind}/${year}`) ?? 0) + 1)

  async takeSerial(range: NumberRange): Promise<number> {
    const serial = await this.nextSerial(range)
    this.#serials.set(`${range.kind}/${range.year}`, serial)
    return serial
  }

  add(paper: NewPaper): Promise<void> {
    const { documentId, file } = paper
    this.papers.push(paper)
    this.files.set(`${documentId}/0`, file)
    this.#put({ documentId, seq: 1, copy: 0, state: 'WAITING', reason: null })
    return Promise.resolve()
  }

  keepReprint(documentId: string, copy: number, file: DrawnPaper): Promise<void> {
    this.files.set(`${documentId}/${copy}`, file)
    return Promise.resolve()
  }

  async startPrint(documentId: string, copy: Pick<Print, 'copy' | 'reason'>): Promise<Print> {
    const last = await this.findLastPrint(documentId)
    const print: Print =
      last?.state === 'WAITING'
        ? { ...last, state: 'SENDING' }
        : { documentId, seq: (last?.seq ?? 0) + 1, ...copy, state: 'SENDING' }
    this.#put(print)
    return print
  }

  finishPrint(
    print: Print,
    { state, fault }: Parameters<DocumentBook['finishPrint']>[1],
  ): Promise<void> {
    this.#put({ ...print, state }, fault)
    return Promise.resolve()
  }

  dropPrint(print: Print): Promise<void> {
    this.#put({ ...print, state: 'DROPPED' })
    return Promise.resolve()
  }
}
