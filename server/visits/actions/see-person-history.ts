import { fewestReasonLetters, readLookReason } from "../../audit/look.ts";
import { record } from "../../audit/store.ts";
import { counterPerson, type CounterPerson } from "../../identity/counter-person.ts";
import { listLookedAt } from "../../identity/store/looked-at.ts";
import type { Staff } from "../../kernel/actor.ts";
import { parseCitizenId, type CitizenId, type CitizenIdRefusal } from "../../kernel/citizen-id.ts";
import { turnedPage, type Turn, type TurnedPage } from "../../kernel/keyset.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import type { ClaimPosition } from "../claim-position.ts";
import {
  claimPlaceOf,
  listClaimLines,
  listElsewhere,
  type ClaimLine,
  type ElsewherePlace,
  type ServedElsewhere,
} from "../store.ts";

export interface PersonHistory {
  readonly citizenId: CitizenId;
  readonly person: CounterPerson;
  /** At the staff's own facility, latest first. */
  readonly here: TurnedPage<ClaimLine, ClaimPosition>;
  /** At other facilities, once a reason was given; null: none was given. */
  readonly elsewhere: TurnedPage<ServedElsewhere, ElsewherePlace> | null;
}

export type PersonHistoryRefusal =
  | CitizenIdRefusal
  | { readonly kind: "person_unknown" }
  | { readonly kind: "history_reason_short"; readonly fewest: number };

export const historyRowsAPage = 50;
const earliest = "2020-01-01" as BangkokDay;

/**
 * "ประวัติ Authen Code รายบุคคล" (F5): the person's latest details and visits of the own facility; those of others by
 * day, service and facility only, and only with a reason that the person will read. Every look is written. Refuses
 * what is no citizen id, somebody the system never met, and a reason too short to be one.
 */
export async function seePersonHistory(
  ports: Ports,
  actor: Staff,
  input: {
    readonly citizenIdText: string;
    readonly purpose: string;
    /** Null: only the own facility is asked about. */
    readonly reason: string | null;
    /** Where the page of each list lies; null: at the latest. */
    readonly here: Turn<ClaimPosition> | null;
    readonly elsewhere: Turn<ElsewherePlace> | null;
  },
): Promise<Result<PersonHistory, PersonHistoryRefusal>> {
  const citizenId = parseCitizenId(input.citizenIdText);
  if (!citizenId.ok) return citizenId;
  const reason = input.reason === null ? null : readLookReason(input.reason);
  if (input.reason !== null && reason === null) {
    return refuse({ kind: "history_reason_short", fewest: fewestReasonLetters });
  }
  const { agencyId } = actor;
  const until = bangkokDay(ports.clock.now());
  return ports.db.as(actor, async (tx) => {
    const look = {
      what: "history",
      purpose: input.purpose,
      personIds: [],
      citizenId: citizenId.value,
    } as const;
    const [found] = (await listLookedAt(ports, tx, actor, look)).values();
    if (!found) return refuse({ kind: "person_unknown" });
    const personId = found.id;
    await record(ports, tx, { action: "person.history_seen", actor, personId });
    const filter = { from: earliest, until, service: null, status: null, personId };
    const [size, limit] = [historyRowsAPage, historyRowsAPage + 1];
    const turn = input.here;
    const lines = await listClaimLines(tx, agencyId, filter, { turn, order: "latest", limit });
    const away =
      reason === null
        ? null
        : await listElsewhere(ports, tx, actor, { personId, reason, turn: input.elsewhere, limit });
    return ok({
      citizenId: citizenId.value,
      person: counterPerson(found),
      here: turnedPage(lines, { turn, size }, claimPlaceOf),
      elsewhere: away && turnedPage(away, { turn: input.elsewhere, size }, ({ day, id }) => ({ day, id })),
    });
  });
}
