/** The parts that a citizen has in every role. */
export type CommonTab = 'requests' | 'box' | 'account'
