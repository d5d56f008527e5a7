import { record } from "../../audit/store.ts";
import { findPersonByNumber } from "../../identity/store/person.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import { makeListedHolder, type ListedFault } from "../desk/make-listed-holder.ts";
import { placeConstraints } from "../desk/name-person.ts";
import { reasonLimit } from "../registration-decision.ts";
import type { HeldPlace } from "../separation.ts";
import { lockCodeAsk, saveCodeAskDecision, type KeptCodeAsk } from "../store/code-ask.ts";
import { saysConstraint } from "../store/constraint.ts";
import { listPlacesOfPerson } from "../store/holding.ts";
import { parseUserCode, rightOfCode, type UserCode, type UserCodeRefusal } from "../user-code.ts";

type Decided = { readonly kind: "code_ask_not_found" } | { readonly kind: "code_ask_decided" };

export type IssueForAskRefusal =
  | Decided
  | UserCodeRefusal
  | ListedFault
  /** Its characters 12 and 13 name another right than the one that is asked for. */
  | { readonly kind: "right_other" }
  /** The person is the holder of another code of that right at the agency, live or named. */
  | { readonly kind: "right_held"; readonly userCode: string }
  /** Somebody else took the code or the place at this very moment. */
  | { readonly kind: "taken_meanwhile" };

/**
 * Issues the code that is asked for and names the person to it from today on: a link to their own e-mail sets the first
 * password; without an address a sealed letter is made for them. Their hardware key is to come back from then on, as those
 * of a list do. Refuses another office's as not found, one that was decided, a code of another shape or right, a person
 * who holds that right under another code, and whatever stands against the place.
 */
export async function issueForAsk(
  ports: Ports,
  actor: Staff,
  { id, code }: { readonly id: string; readonly code: string },
): Promise<Result<null, IssueForAskRefusal>> {
  const userCode = parseUserCode(code);
  const work = ports.db.as({ kind: "gate" }, async (tx) => {
    const open = await openAsk(ports, tx, actor, id);
    if (!open.ok) return open;
    if (!userCode.ok) return userCode;
    const ask = open.value;
    const named = rightOfCode(userCode.value);
    if (named !== "other" && named !== ask.right) return refuse({ kind: "right_other" });
    const { agencyId, right, facts, orderId } = ask;
    const held = await findHeldCode(ports, tx, ask, userCode.value);
    if (held !== null) return refuse({ kind: "right_held", userCode: held });
    const device = { kind: "token_key", serial: facts.serial } as const;
    const listed = { agencyId, userCode: userCode.value, right, facts: facts.holder, device };
    const made = await makeListedHolder(ports, tx, actor, listed, orderId);
    if (!made.ok) return made;
    const { holdingId } = made.value;
    await decide(ports, tx, actor, ask, { state: "issued", holdingId });
    return ok(null);
  });
  return work.catch((fault: unknown) => {
    const races = [...placeConstraints, "seat_user_code"] as const;
    if (!races.some((name) => saysConstraint(fault, name))) throw fault;
    return refuse({ kind: "taken_meanwhile" });
  });
}

/** Another code of the right at the agency, of which the person is the holder; null: none. */
async function findHeldCode(
  ports: Ports,
  tx: Tx,
  { agencyId, right, facts }: KeptCodeAsk,
  userCode: UserCode,
): Promise<string | null> {
  const person = await findPersonByNumber(ports, tx, facts.holder.citizenId);
  const places = person ? await listPlacesOfPerson(tx, agencyId, person.id) : [];
  const isOther = (place: HeldPlace) => place.right === right && place.userCode !== userCode;
  return places.find((place) => place.part === "holder" && isOther(place))?.userCode ?? null;
}

export type RefuseAskRefusal =
  Decided | { readonly kind: "reason_missing" } | { readonly kind: "reason_long"; readonly limit: number };

/** Refuses one with a reason, which the head reads. Refuses as `issueForAsk`, and no reason or an overlong one. */
export async function refuseAsk(
  ports: Ports,
  actor: Staff,
  { id, reason: typed }: { readonly id: string; readonly reason: string },
): Promise<Result<null, RefuseAskRefusal>> {
  const reason = typed.normalize("NFC").trim();
  return ports.db.as({ kind: "gate" }, async (tx) => {
    const open = await openAsk(ports, tx, actor, id);
    if (!open.ok) return open;
    if (reason === "") return refuse({ kind: "reason_missing" });
    if ([...reason].length > reasonLimit) return refuse({ kind: "reason_long", limit: reasonLimit });
    await decide(ports, tx, actor, open.value, { state: "refused", reason });
    return ok(null);
  });
}

/** One that waits for the actor's office, held. */
async function openAsk(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  id: string,
): Promise<Result<KeptCodeAsk, Decided>> {
  const ask = isUuid(id) ? await lockCodeAsk(ports, tx, id) : null;
  if (ask?.issuerId !== actor.agencyId) return refuse({ kind: "code_ask_not_found" });
  return ask.state === "waiting" ? ok(ask) : refuse({ kind: "code_ask_decided" });
}

type Outcome =
  | { readonly state: "issued"; readonly holdingId: string }
  | { readonly state: "refused"; readonly reason: string };

/** Writes the answer down and mails the head who asked. */
async function decide(ports: Ports, tx: Tx, actor: Staff, ask: KeptCodeAsk, outcome: Outcome): Promise<void> {
  const decided = { decidedBy: actor.staffId, decidedAt: ports.clock.now() };
  await saveCodeAskDecision(ports, tx, ask, { ...outcome, ...decided });
  const { agencyId, id: subjectId } = ask;
  const action = `code_ask.${outcome.state}`;
  const refs = "holdingId" in outcome ? { holdingId: outcome.holdingId } : {};
  await record(ports, tx, { action, actor, agencyId, subjectId, refs });
  const told = { staffId: ask.madeBy, codeAskId: subjectId };
  await queue(ports, tx, { kind: "staff_code_answered", medium: "mail", refs: told });
}
