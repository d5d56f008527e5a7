import { record } from "../../audit/store.ts";
import { findPersonByNumber } from "../../identity/store/person.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import {
  mostWaitingAsks,
  readCodeAsk,
  type AskForCodeRefusal,
  type ReadCodeAsk,
  type TypedCodeAsk,
} from "../code-ask.ts";
import { judgeSeparation } from "../separation.ts";
import { insertCodeAsk, listWaitingCodeAsks, lockAskingHeads } from "../store/code-ask.ts";
import { listPlacesOfPerson } from "../store/holding.ts";
import { findOrder } from "../store/seat-order.ts";
import { findIssuerOf } from "../store/seat.ts";
import { findOnlyTokenOffice } from "../store/token-office.ts";

/**
 * An agency's head asks the central office for a user code, for somebody who signs in with a hardware key and has none
 * (flows T1; docs/decisions/0037-codes-for-hardware-keys.md). The same form sent twice asks once. Refuses what is wrong
 * in the form, somebody who stands on the other approving side (N12) or was asked for already, another agency's order,
 * an agency no central office looks after, and more than may wait at a time.
 */
export async function askForCode(
  ports: Ports,
  actor: Staff,
  { typed, requestKey }: { readonly typed: TypedCodeAsk; readonly requestKey: string },
): Promise<Result<null, AskForCodeRefusal>> {
  const read = readCodeAsk(typed);
  if (!read.ok) return read;
  const { agencyId, staffId } = actor;
  return ports.db.as({ kind: "gate" }, async (tx) => {
    const issuerId = (await findIssuerOf(tx, agencyId)) ?? (await findOnlyTokenOffice(tx));
    if (issuerId === null) return refuse({ kind: "office_none" });
    const order = isUuid(typed.orderId) ? await findOrder(ports, tx, agencyId, typed.orderId) : null;
    if (typed.orderId !== "" && !order) return refuse({ kind: "order_not_found" });
    await lockAskingHeads(tx, agencyId);
    const free = await judge(ports, tx, agencyId, read.value, requestKey);
    if (!free.ok) return free;
    const { right, holder, serial } = read.value;
    const [id, madeAt] = [ports.random.uuid(), ports.clock.now()];
    const facts = { holder, serial, reason: null };
    const made = { id, agencyId, issuerId, right, facts, orderId: order?.id ?? null };
    const isKept = await insertCodeAsk(ports, tx, { ...made, madeBy: staffId, madeAt, requestKey });
    if (isKept) await record(ports, tx, { action: "code_ask.made", actor, agencyId, subjectId: id });
    return ok(null);
  });
}

async function judge(
  ports: Ports,
  tx: Tx,
  agencyId: string,
  { right, holder }: ReadCodeAsk,
  requestKey: string,
): Promise<Result<null, AskForCodeRefusal>> {
  const waiting = await listWaitingCodeAsks(ports, tx, agencyId);
  const others = waiting.filter((each) => each.requestKey !== requestKey);
  const before = others.find((each) => each.facts.holder.citizenId === holder.citizenId);
  if (before) return refuse({ kind: "asked_already", madeOn: bangkokDay(before.madeAt) });
  if (others.length >= mostWaitingAsks) return refuse({ kind: "asks_many", most: mostWaitingAsks });
  const person = await findPersonByNumber(ports, tx, holder.citizenId);
  const places = person ? await listPlacesOfPerson(tx, agencyId, person.id) : [];
  return judgeSeparation(right, places).ok ? ok(null) : refuse({ kind: "both_approvals" });
}
