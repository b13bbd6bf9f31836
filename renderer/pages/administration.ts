import type { Permission } from '#core/kernel/permission.ts'
import { t } from '../locales/texts.ts'

/** What the screen is called: a clerk finds only this desk's settings and his own secret there. */
export function administrationTitle(may: (permission: Permission) => boolean): string {
  const administers = may('extracts.import') || may('clerks.manage')
  return t(administers ? 'frame.administration' : 'frame.settings')
}
