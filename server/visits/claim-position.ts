/** Where a page of the report ended, as pages, the API and exports go on from it. */
export interface ClaimPosition {
  readonly day: string;
  readonly visitId: string;
  /** Tells the lines of one visit apart. */
  readonly key: string;
}
