import type { StaffLevel } from "../kernel/actor.ts";
import type { StaffState } from "./staff.ts";

/** Somebody of an agency as its admin, or the office above it, sees them. */
export interface Member {
  readonly id: string;
  readonly agencyId: string;
  readonly registrarId: string;
  readonly agency: { readonly nameTh: string; readonly nameEn: string };
  readonly name: string;
  readonly username: string;
  readonly level: StaffLevel;
  readonly state: StaffState;
  readonly madeAt: Date;
  readonly lastSignInAt: Date | null;
  readonly endedAt: Date | null;
  /** Who gave them their level, where the agency's own admin did. */
  readonly grantedBy: string | null;
}

/** True while the account may be signed in to, or opened for the first time. */
export function hasRight({ state }: Pick<Member, "state">): boolean {
  return state === "invited" || state === "active";
}
