import { defineStore } from 'pinia'
import { computed } from 'vue'
import { TicketGroup } from '#core/tickets/ticket.model.ts'
import { call } from '../client/call.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { t } from '../locales/texts.ts'

/** What the forms of 1420 offer: subjects by their groups, units and clerks. */
export const useTicketChoices = defineStore('tickets/choices', () => {
  const asking = latest(() => call('tickets.choices', null))
  const choices = computed(() => loaded(asking.load.value))
  /** Subjects, each with the letters by which the keys find it. */
  const subjects = computed(() =>
    TicketGroup.options.flatMap((group) =>
      (choices.value?.subjects ?? [])
        .filter((subject) => subject.group === group)
        .map((subject) => ({
          value: subject.code,
          group,
          label: `${t(`enums.ticketGroup.${group}`)}: ${subject.title}`,
        })),
    ),
  )
  return { load: asking.load, choices, subjects, read: asking.ask }
})
