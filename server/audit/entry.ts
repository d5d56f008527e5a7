import type { Actor } from "../kernel/actor.ts";

/** One thing that was done. Holds ids and kinds only; what a person wrote or is called never stands here. */
export interface Entry {
  /** What was done, as `noun.verb_in_past` ("service_code.cancelled"). */
  readonly action: string;
  readonly actor: Actor;
  /** The person it concerns, if any. */
  readonly personId?: string;
  readonly agencyId?: string;
  readonly subjectId?: string;
  readonly refs?: Readonly<Record<string, string | number | boolean | null>>;
}

/** The id under which an actor stands in the audit: a person, a staff member, a LINE user, a job. */
export function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case "citizen":
      return actor.personId;
    case "visitor":
      return `${actor.channel}/${actor.lineUserId}`;
    case "staff":
      return actor.staffId;
    case "holder":
      return actor.holdingId;
    case "system":
      return actor.job;
    case "gate":
      return null;
  }
}

/** The kind of actor as the audit names it: a key of a hospital's own system is no member of staff. */
export function actorKind(actor: Actor): Actor["kind"] | "key" {
  return actor.kind === "staff" && actor.byKey ? "key" : actor.kind;
}
