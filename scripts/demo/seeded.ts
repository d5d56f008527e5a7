/** What of the demo world others must know. */
export interface Seeded {
  /** The agency of each office by its region; null: the centre. */
  readonly offices: ReadonlyMap<number | null, string>;
  readonly facilities: readonly SeededFacility[];
  /** The agency of the local government. */
  readonly town: string;
  /** The agency of the central office of Soft Tokens. */
  readonly treasury: string;
}

export interface SeededFacility {
  readonly agencyId: string;
  readonly hcode: string;
  readonly nameTh: string;
  readonly screenQrId: string;
  /** The service of the screen QR. */
  readonly serviceType: string;
}
