import { z } from 'zod'
import { command, query, task } from '#core/kernel/method.ts'
import {
  AskedShare,
  Revocation,
  SharedDocument,
  Shown,
  SigningKey,
  Verdict,
} from './verification.model.ts'

export const verificationContract = {
  /** Whether what is shown is a genuine paper. Reads a PDF in a thread of its own. */
  'verification.check': task({ permission: 'papers.verify', input: Shown, output: Verdict }),
  /** A paper that its citizen lets others ask for, by his ID and the password of its slip. */
  'verification.checkShare': task({
    permission: 'papers.verify',
    input: AskedShare,
    output: SharedDocument,
  }),
  /** The keys this office has signed with, the newest first. */
  'verification.keys': query({
    permission: 'papers.verify',
    input: z.null(),
    output: z.array(SigningKey),
  }),
  /** New keys take the place of those in use; papers signed before stay genuine. */
  'verification.rotate': task({ permission: 'keys.manage', input: z.null(), output: SigningKey }),
  /** Saves public keys, certificates and the revocation list where the clerk says; null when he cancels. */
  'verification.publish': task({
    permission: 'papers.verify',
    input: z.null(),
    output: z.string().nullable(),
  }),
  /** Newest first. */
  'verification.revocations': query({
    permission: 'papers.verify',
    input: z.null(),
    output: z.array(Revocation),
  }),
  /** Says of an issued paper that nobody may rely on it any more; it cannot be taken back. */
  'verification.revoke': command({
    permission: 'papers.revoke',
    input: z.object({
      number: z.string().trim().min(1).max(40),
      reason: z.string().trim().min(3).max(200),
    }),
    output: Revocation,
  }),
  /** The revocation list as a sheet, to be looked at or printed (base64). */
  'verification.revocationSheet': task({
    permission: 'papers.verify',
    input: z.null(),
    output: z.object({ pdf: z.string() }),
  }),
  'verification.printRevocations': task({
    permission: 'papers.verify',
    input: z.null(),
    output: z.object({
      printed: z.boolean(),
      where: z.string().nullable(),
      reason: z.enum(['no-printer', 'failed', 'cancelled']).nullable(),
    }),
  }),
}
