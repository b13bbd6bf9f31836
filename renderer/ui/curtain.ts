import { ref } from 'vue'

/**
 * Whether the desk is locked. What stands above the page (dialogs, calendars) is then taken out of sight; the
 * component that opened it stays, and with it what was typed.
 */
export const isCurtainDrawn = ref(false)
