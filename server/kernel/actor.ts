/**
 * Who acts. Decides the database role and the row-level context of everything done in its name.
 *
 * - `visitor`: a LINE user who is signed in but has no account here yet.
 * - `citizen`: a person with an account. `unlocked` says that the PIN was given within its time.
 * - `staff`: works for one agency; sees that agency's rows only.
 * - `system`: a job without a person (outbox, sweepers, administration).
 * - `gate`: the door itself, before anybody is known (session look-up, webhook intake).
 */
export type Actor = Visitor | Citizen | Staff | SystemActor | Gate;

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

export interface Staff {
  readonly kind: "staff";
  readonly staffId: string;
  readonly agencyId: string;
}

export interface SystemActor {
  readonly kind: "system";
  readonly job: string;
}

export interface Gate {
  readonly kind: "gate";
}
