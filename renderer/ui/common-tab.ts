/** The parts that a citizen has in every role. */
export type CommonTab = 'requests' | 'care' | 'box' | 'account' | 'tickets'
