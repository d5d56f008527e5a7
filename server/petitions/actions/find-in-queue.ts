import { listLookedAt } from "../../identity/store/looked-at.ts";
import type { Staff } from "../../kernel/actor.ts";
import { parseCitizenId } from "../../kernel/citizen-id.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay, toBuddhistYear } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { findReach } from "../desk/reach.ts";
import { isWithin } from "../reach.ts";
import { findPetitionOfNumber } from "../store/queue.ts";
import { parseTrackingNumber, readRunningNumber, type TrackingNumber } from "../tracking-number.ts";

export type FindRefusal =
  /** Neither the number of a petition nor a citizen id. */
  | { readonly kind: "number_unreadable" }
  /** No petition of that number, or one the officer does not reach: the same answer for both. */
  | { readonly kind: "petition_not_found" }
  | { readonly kind: "person_unknown" };

/** What was found: one petition, or a person whose petitions are to be listed. */
export type FoundInQueue =
  | { readonly kind: "petition"; readonly petitionId: string }
  | { readonly kind: "person"; readonly personId: string };

/** True for what could be a citizen id, so that the look-up is counted before it is made. */
export function looksLikeCitizenId(text: string): boolean {
  return !parseTrackingNumber(text).ok && parseCitizenId(text).ok;
}

/**
 * Finds by what was typed: the number of a petition, written in any way, or as far as its running number of this year; or
 * the number of a citizen by blind index. The look at a person is written with `purpose`. Refuses what is neither, and what is not there for this officer.
 */
export async function findInQueue(
  ports: Ports,
  actor: Staff,
  input: { readonly text: string; readonly purpose: string },
): Promise<Result<FoundInQueue, FindRefusal>> {
  const number = numberIn(input.text, ports.clock.now());
  const citizenId = parseCitizenId(input.text);
  if (number === null && !citizenId.ok) return refuse({ kind: "number_unreadable" });
  return ports.db.as(actor, async (tx) => {
    if (number !== null) {
      const found = await findPetitionOfNumber(tx, actor.agencyId, number);
      const { reach } = await findReach(tx, actor);
      if (found === null || !isWithin(reach, found)) return refuse({ kind: "petition_not_found" });
      return ok({ kind: "petition", petitionId: found.id });
    }
    if (!citizenId.ok) return refuse({ kind: "number_unreadable" });
    const look = {
      what: "petition",
      purpose: input.purpose,
      personIds: [],
      citizenId: citizenId.value,
    } as const;
    const [personId] = (await listLookedAt(ports, tx, actor, look)).keys();
    return personId === undefined ? refuse({ kind: "person_unknown" }) : ok({ kind: "person", personId });
  });
}

function numberIn(text: string, now: Date): TrackingNumber | null {
  const whole = parseTrackingNumber(text);
  if (whole.ok) return whole.value;
  return readRunningNumber(text, toBuddhistYear(Number(bangkokDay(now).slice(0, 4))));
}
