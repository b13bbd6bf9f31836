import { createHash } from 'node:crypto'
import type { SharePasswords } from '#core/vault/shares.ports.ts'
import { checkPaper } from '#core/verification/check-paper.use-case.ts'
import type { ShownPaper } from '#core/verification/check-paper.use-case.ts'
import { checkShare } from '#core/verification/check-share.use-case.ts'
import { publishedContent, textToSign } from '#core/verification/published.rules.ts'
import type { PublishedList } from '#core/verification/published.model.ts'
import { revokePaper } from '#core/verification/revoke-paper.use-case.ts'
import { rotateKeys } from '#core/verification/rotate-keys.use-case.ts'
import type { RevocationList } from '#core/verification/revocation-list.model.ts'
import type { Shown, Verdict } from '#core/verification/verification.model.ts'
import type { PaperChecks } from '#core/verification/verification.ports.ts'
import { readingNeeds, writingNeeds } from '../repositories.ts'
import type { Handlers, QueryScope, TaskScope } from '../scope.ts'
import { IssuedPapersRepository, RevocationBookRepository } from './issued-papers.repository.ts'
import { KeyBookRepository, KeysRepository } from './keys.repository.ts'

/** What the slice needs beside its scope. */
export interface VerificationParts {
  readonly checks: PaperChecks
  /** Draws the list as a sheet. */
  readonly drawList: (list: RevocationList) => Promise<Uint8Array>
  readonly passwords: SharePasswords
}

type VerificationHandlers = Pick<Handlers, Extract<keyof Handlers, `verification.${string}`>>

function shownBytes(shown: Shown): ShownPaper {
  return shown.by === 'text' ? shown : { by: 'file', pdf: Buffer.from(shown.pdf, 'base64') }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Reads of the office's books one at a time: between them a thread may take seconds. */
function booksOf({ inQuery }: Pick<TaskScope, 'inQuery'>) {
  const asked = <T>(ask: (scope: QueryScope) => Promise<T>): Promise<T> => inQuery(ask)
  return {
    listKeys: () => asked(({ reader }) => new KeysRepository(reader).listKeys()),
    findPaper: (number: string) =>
      asked(({ reader }) => new IssuedPapersRepository(reader).findPaper(number)),
    findRevocation: (number: string) =>
      asked(({ reader }) => new IssuedPapersRepository(reader).findRevocation(number)),
    listRevocations: () =>
      asked(({ reader }) => new IssuedPapersRepository(reader).listRevocations()),
  }
}

async function publishedList(scope: TaskScope): Promise<PublishedList> {
  const { office, keys, now } = scope
  const books = booksOf(scope)
  const content = publishedContent(
    office,
    await books.listKeys(),
    await books.listRevocations(),
    now(),
  )
  const { keyId, signature: value } = await keys.signText(textToSign(content))
  return { ...content, signature: { keyId, value } }
}

async function listOf(scope: TaskScope): Promise<RevocationList> {
  const { office, today, now } = scope
  const revocations = [...(await booksOf(scope).listRevocations())]
  return { office, day: today(), at: now(), revocations }
}

const nameOf = ({ office, today }: TaskScope): string =>
  `bajeh-keys-${office.branchCode}-${today()}`

/** Keys, verdicts and revocations. */
export function verificationHandlers({
  checks,
  drawList,
  passwords,
}: VerificationParts): VerificationHandlers {
  async function check(shown: ShownPaper, scope: TaskScope): Promise<Verdict> {
    const books = booksOf(scope)
    const { today, office } = scope
    const own = new Set((await books.listKeys()).map(({ keyId }) => keyId))
    const officeKindOf = (keyId: string | null) =>
      keyId === null || own.has(keyId) ? office.kind : null
    return checkPaper(shown, {
      ...{ ...checks, today, officeKindOf },
      ...{ keys: books, revoked: books, books },
    })
  }

  return {
    'verification.check': (shown, scope) => check(shownBytes(shown), scope),
    async 'verification.checkShare'(asked, scope) {
      const { today, now, actor, audit, inQuery, inCommand } = scope
      const { verdict, pdf, until } = await checkShare(asked, {
        ...{ actor, passwords, today, now, sha256, note: audit.note, clock: Date.now },
        check: (bytes) => check({ by: 'file', pdf: bytes }, scope),
        reading: (work) => inQuery((inside) => work(readingNeeds(inside))),
        writing: (work) => inCommand((inside) => work(writingNeeds(inside))),
      })
      return { verdict, until, pdf: Buffer.from(pdf).toString('base64') }
    },
    'verification.keys': async (_input, { reader }) => [
      ...(await new KeysRepository(reader).listKeys()),
    ],
    'verification.rotate': (_input, { keys, inCommand }) =>
      rotateKeys({
        keys,
        writing: (work) =>
          inCommand(({ reader, db, audit }) =>
            work({ book: new KeyBookRepository(reader, db), note: audit.note }),
          ),
      }),
    async 'verification.publish'(_input, scope) {
      const list = await publishedList(scope)
      const bytes = Buffer.from(`${JSON.stringify(list, null, 2)}\n`)
      return await scope.desk.saveFile(`${nameOf(scope)}.json`, bytes)
    },
    'verification.revocations': async (_input, { reader }) => [
      ...(await new IssuedPapersRepository(reader).listRevocations()),
    ],
    'verification.revoke': (ordered, { reader, db, actor, now, audit }) =>
      revokePaper(ordered, {
        book: new RevocationBookRepository(reader, db),
        ...{ actor, now, note: audit.note },
      }),
    async 'verification.revocationSheet'(_input, scope) {
      const pdf = await drawList(await listOf(scope))
      return { pdf: Buffer.from(pdf).toString('base64') }
    },
    async 'verification.printRevocations'(_input, scope) {
      const { desk, office } = scope
      const pdf = await drawList(await listOf(scope))
      const { printer } = await desk.readSettings()
      const outcome = await desk.print({
        ...{ pdf, printer },
        ...{ title: `revocations ${office.branchCode}`, tray: null, copies: 1, duplex: 'simplex' },
        fileAllowed: office.kind !== 'real',
      })
      return outcome.printed
        ? { printed: true, where: outcome.where, reason: null }
        : { printed: false, where: null, reason: outcome.reason }
    },
  }
}
