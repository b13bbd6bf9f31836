import type { RequestStatus } from '#core/requests/request.model.ts'
import type { Tone } from '../ui/notices.ts'

const TONES: Readonly<Record<RequestStatus, Tone>> = {
  DRAFT: 'neutral',
  '2': 'info',
  '6': 'error',
  '9': 'info',
  '14': 'warning',
  '16': 'ok',
  '18': 'ok',
  '19': 'error',
  '21': 'warning',
  '2602': 'ok',
  CANCELLED: 'neutral',
}

/** How a status of a request looks; its words say the same. */
export function requestTone(status: RequestStatus): Tone {
  return TONES[status]
}
