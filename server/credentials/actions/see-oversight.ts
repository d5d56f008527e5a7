import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { turnedPage, type Turn, type TurnedPage } from "../../kernel/keyset.ts";
import type { Database, Ports, Tx } from "../../ports.ts";
import { oversightRule } from "../desk/oversight-rule.ts";
import type { FindingCounts, OverseenAt, OverseenPlace, SeatFinding } from "../oversight.ts";
import type { OversightRule } from "../store/oversight-findings.ts";
import { countFindings, listOverseen } from "../store/oversight.ts";

export interface SeenOversight {
  readonly counts: FindingCounts;
  readonly places: TurnedPage<OverseenPlace, OverseenAt>;
}

export const placesAPage = 50;

/** A page of the auditor's desk: every seat with who is in it and what is amiss, or those with one finding (T8). */
export async function seeOversight(
  ports: Ports,
  actor: Staff,
  asked: { readonly finding: SeatFinding | null; readonly turn: Turn<OverseenAt> | null },
): Promise<SeenOversight> {
  const { finding, turn } = asked;
  const rule = await oversightRule(ports);
  return ports.db.as(actor, async (tx) => {
    const found = await listOverseen(ports, tx, { rule, finding, turn, limit: placesAPage + 1 });
    return {
      counts: await countsOf(ports, tx, actor, rule),
      places: turnedPage(found, { turn, size: placesAPage }, placeOf),
    };
  });
}

/** Where so many places are counted, the figures of a minute ago are shown: counting reads every one of them. */
const manyPlaces = 1_000;
const keptMs = 60_000;
const kept = new WeakMap<Database, Map<string, { readonly counts: FindingCounts; readonly at: number }>>();

async function countsOf(
  { db }: Pick<Ports, "db">,
  tx: Tx,
  { agencyId }: Staff,
  rule: OversightRule,
): Promise<FindingCounts> {
  const now = rule.now.getTime();
  const ofAgencies =
    kept.get(db) ?? new Map<string, { readonly counts: FindingCounts; readonly at: number }>();
  kept.set(db, ofAgencies);
  const before = ofAgencies.get(agencyId);
  if (before && now - before.at < keptMs && now >= before.at) return before.counts;
  const counts = await countFindings(tx, rule);
  if (counts.places >= manyPlaces) ofAgencies.set(agencyId, { counts, at: now });
  return counts;
}

/** Every place of the same list for a file, a batch at a time; that it was taken is written down. */
export async function* listOversight(
  ports: Ports,
  actor: Staff,
  finding: SeatFinding | null,
): AsyncGenerator<OverseenPlace> {
  const rule = await oversightRule(ports);
  await ports.db.as(actor, (tx) => record(ports, tx, { action: "seats.exported", actor, refs: { finding } }));
  let turn: Turn<OverseenAt> | null = null;
  for (;;) {
    const asked: Parameters<typeof listOverseen>[2] = { rule, finding, turn, limit: batch };
    const found = await ports.db.as(actor, (tx) => listOverseen(ports, tx, asked));
    yield* found;
    const last = found.at(-1);
    if (last === undefined || found.length < batch) return;
    turn = { way: "after", place: placeOf(last) };
  }
}

const batch = 500;

function placeOf({ userCode, holding }: OverseenPlace): OverseenAt {
  return { userCode, holdingId: holding?.id ?? "" };
}
