import { onScopeDispose } from 'vue'
import { events, type Payload, type Topic } from '#core/events.ts'
import './bridge.ts'

/** Listens to an event of the office until the returned function is called. Unknown payloads are dropped. */
export function onEvent<T extends Topic>(
  topic: T,
  listener: (payload: Payload<T>) => void,
): () => void {
  return window.app.on(topic, (payload) => {
    const parsed = events[topic].safeParse(payload)
    if (parsed.success) listener(parsed.data as Payload<T>)
  })
}

/** Listens as long as the component or store that calls it lives. */
export function useEvent<T extends Topic>(topic: T, listener: (payload: Payload<T>) => void): void {
  onScopeDispose(onEvent(topic, listener))
}
