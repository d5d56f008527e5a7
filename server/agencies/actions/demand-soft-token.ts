import { record } from "../../audit/store.ts";
import { listStaffWithKeys } from "../../credentials/store/staff-key.ts";
import type { Staff, SystemActor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import { hasRight } from "../member.ts";
import { isDemanded, judgeDemand, type DemandRefusal, type KeyStanding } from "../soft-token-demand.ts";
import { listMembers } from "../store/member.ts";
import { deleteDemand, findDemand, insertDemand } from "../store/soft-token-demand.ts";
import { listStaffNames } from "../store/staff-names.ts";

/** What an agency demands of its staff, and who could do it. */
export interface SeenDemand {
  /** Null: any second step opens the console. */
  readonly demand: {
    readonly fromDay: BangkokDay;
    readonly setAt: Date;
    /** Null: they may not be named here any more. */
    readonly by: string | null;
    readonly isInForce: boolean;
  } | null;
  /** Everybody who may come in, by name. */
  readonly staff: readonly KeyStanding[];
  /** The actor's own Soft Token opens the console. */
  readonly ownHasKey: boolean;
}

/** Shows an agency's demand and who of its staff has a Soft Token that opens the console. */
export async function seeSoftTokenDemand(ports: Ports, actor: Staff): Promise<SeenDemand> {
  const now = ports.clock.now();
  const withKeys = await staffWithKeys(ports, actor.agencyId);
  return ports.db.as(actor, async (tx) => {
    const members = (await listMembers(ports, tx, actor.agencyId, now)).filter(hasRight);
    const kept = await findDemand(tx, actor.agencyId);
    const names = await listStaffNames(ports, tx, kept ? [kept.setBy] : []);
    return {
      demand: kept && {
        fromDay: kept.fromDay,
        setAt: kept.setAt,
        by: names.get(kept.setBy) ?? null,
        isInForce: isDemanded(kept.fromDay, now),
      },
      staff: members.map(({ id, name, level }) => ({ name, level, hasKey: withKeys.has(id) })),
      ownHasKey: withKeys.has(actor.staffId),
    };
  });
}

/**
 * Demands that the agency's staff come in by Soft Token alone, so many days from today (flows T3.3). Refuses what
 * `judgeDemand` refuses, and a second demand beside the first. Everybody whom it is about is told by mail.
 */
export async function demandSoftToken(
  ports: Ports,
  actor: Staff,
  { delay }: { readonly delay: string },
): Promise<Result<{ readonly fromDay: BangkokDay }, DemandRefusal>> {
  const { staff, ownHasKey } = await seeSoftTokenDemand(ports, actor);
  const now = ports.clock.now();
  const missing = staff.filter(({ hasKey }) => !hasKey).length;
  const judged = judgeDemand({ delay, ownHasKey, missing, today: bangkokDay(now) });
  if (!judged.ok) return judged;
  const { agencyId, staffId: setBy } = actor;
  const fromDay = judged.value;
  return ports.db.as(actor, async (tx) => {
    if (!(await insertDemand(tx, { agencyId, fromDay, setBy, setAt: now })))
      return refuse({ kind: "demanded_already" });
    const refs = { fromDay, missing };
    await tellEverybody(ports, tx, actor, fromDay);
    await record(ports, tx, { action: "soft_token_demand.set", actor, subjectId: agencyId, refs });
    return ok({ fromDay });
  });
}

/** By mail to whoever may come in, but for the one who sets it. */
async function tellEverybody(ports: Ports, tx: Tx, actor: Staff, fromDay: BangkokDay): Promise<void> {
  const members = await listMembers(ports, tx, actor.agencyId, ports.clock.now());
  for (const { id: staffId } of members.filter(hasRight)) {
    if (staffId === actor.staffId) continue;
    await queue(ports, tx, { kind: "staff_token_demanded", medium: "mail", refs: { staffId, fromDay } });
  }
}

/** Lifts the demand: any second step opens the console again. Lifted already, nothing happens. */
export async function liftSoftTokenDemand(ports: Ports, actor: Staff): Promise<Result<undefined, never>> {
  const { agencyId } = actor;
  await ports.db.as(actor, async (tx) => {
    if (!(await deleteDemand(tx, agencyId))) return;
    await record(ports, tx, { action: "soft_token_demand.lifted", actor, subjectId: agencyId });
  });
  return ok();
}

/** The same by the operator, where nobody of the agency can come in any more. Refuses an agency that demands nothing. */
export async function liftDemandOf(
  ports: Ports,
  actor: SystemActor,
  agencyId: string,
): Promise<Result<undefined, { readonly kind: "demand_missing" }>> {
  if (!isUuid(agencyId)) return refuse({ kind: "demand_missing" });
  return ports.db.as(actor, async (tx) => {
    if (!(await deleteDemand(tx, agencyId))) return refuse({ kind: "demand_missing" });
    await record(ports, tx, { action: "soft_token_demand.lifted", actor, agencyId, subjectId: agencyId });
    return ok();
  });
}

/** Staff do not read who of them is which person; the door does. */
function staffWithKeys(ports: Ports, agencyId: string): Promise<ReadonlySet<string>> {
  return ports.db.as({ kind: "gate" }, (tx) => listStaffWithKeys(tx, agencyId, ports.clock.now()));
}
