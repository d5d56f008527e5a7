import type { Member } from "../agencies/member.ts";

/** Somebody of a local government as its admin sees them: the account, where they work, and what they hold. */
export interface TownMember extends Member {
  /** The units that are open and that they work in. */
  readonly unitIds: readonly string[];
  /** Who gave them their level; null: the registrar or the administrator of the system. */
  readonly grantedByName: string | null;
  /** Petitions that were given to them and are not completed. */
  readonly openPetitions: number;
}

/** A unit somebody can be put into. */
export interface ChoosableUnit {
  readonly id: string;
  readonly nameTh: string;
  readonly nameEn: string;
}

export interface TownMembers {
  readonly members: readonly TownMember[];
  readonly units: readonly ChoosableUnit[];
}
