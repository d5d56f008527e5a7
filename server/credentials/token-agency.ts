/** An agency as the central office lists it. */
export interface TokenAgency {
  readonly id: string;
  readonly nameTh: string;
  readonly nameEn: string;
  /** Its seats that this office issued, and how many of them somebody holds. */
  readonly seats: number;
  readonly held: number;
}
