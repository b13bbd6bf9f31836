import { changeMobile, sendMobileCode } from '#core/account/change-mobile.use-case.ts'
import { readMobile } from '#core/account/read-mobile.use-case.ts'
import type { SendCodeNeeds } from '#core/messages/one-time-codes.rules.ts'
import { readingNeeds, writingNeeds } from '../repositories.ts'
import type { AuditNote, Handlers, TaskScope } from '../scope.ts'

/** What the slice needs beside its scope: the way codes go out. */
export interface MobileParts {
  readonly needsIn: (scope: TaskScope, about: AuditNote) => Promise<SendCodeNeeds>
}

type MobileHandlers = Pick<
  Handlers,
  'account.mobile' | 'account.sendMobileCode' | 'account.changeMobile'
>

/** The mobile of the open file and its change. */
export function mobileHandlers({ needsIn }: MobileParts): MobileHandlers {
  return {
    'account.mobile': (visitId, scope) => readMobile(visitId, readingNeeds(scope)),
    async 'account.sendMobileCode'(input, scope) {
      const { visitId } = input
      const { audit, inQuery } = scope
      return await sendMobileCode(input, {
        ...(await needsIn(scope, { visitId, object: 'code MOBILE_CHANGE' })),
        reading: (work) => inQuery((inside) => work({ ...readingNeeds(inside), note: audit.note })),
      })
    },
    'account.changeMobile': (input, scope) =>
      changeMobile(input, { ...writingNeeds(scope), branchName: scope.office.branchName }),
  }
}
