/**
 * Who acts. Decides the database role and the row-level context of everything done in its name.
 *
 * - `visitor`: a LINE user who is signed in but has no account here yet.
 * - `citizen`: a person with an account. `unlocked` says that the PIN was given within its time.
 * - `staff`: works for one agency; sees that agency's rows only, an office above others what of them it must.
 * - `holder`: somebody in a seat of an agency, signed in with their Soft Token; sees that seat only.
 * - `system`: a job without a person (outbox, sweepers, administration).
 * - `gate`: the door itself, before anybody is known (session look-up, webhook intake).
 */
export type Actor = Visitor | Citizen | Staff | Holder | SystemActor | Gate;

/** A LINE user as one channel's provider knows them. LINE user ids differ from provider to provider. */
export interface LineUser {
  readonly channel: string;
  readonly lineUserId: string;
}

export interface Visitor extends LineUser {
  readonly kind: "visitor";
}

export interface Citizen extends LineUser {
  readonly kind: "citizen";
  readonly personId: string;
  readonly unlocked: boolean;
}

/** What one account in the console is for; what each may do stands in server/agencies/role.ts. */
export const staffLevels = [
  "clerk",
  "facility_admin",
  "report_reader",
  "registrar",
  "national_admin",
  "officer",
  "supervisor",
  "local_admin",
  "executive",
  "seat_head",
  "internal_auditor",
  "token_registrar",
] as const;
export type StaffLevel = (typeof staffLevels)[number];

export interface Staff {
  readonly kind: "staff";
  readonly staffId: string;
  readonly agencyId: string;
  readonly level: StaffLevel;
  /** A hospital's own system: no account, but the key whose id stands as `staffId`. */
  readonly byKey?: true;
}

export interface Holder {
  readonly kind: "holder";
  readonly agencyId: string;
  readonly seatId: string;
  /** Their time in the seat. */
  readonly holdingId: string;
  readonly personId: string;
}

export interface SystemActor {
  readonly kind: "system";
  readonly job: string;
}

export interface Gate {
  readonly kind: "gate";
}
