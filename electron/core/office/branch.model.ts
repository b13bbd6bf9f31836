/** A branch or agency of the organisation that data may name. */
export interface Branch {
  readonly branchCode: string
  readonly name: string
  readonly kind: 'BRANCH' | 'AGENCY'
  readonly city: string
  readonly province: string
}
