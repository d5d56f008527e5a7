import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { tellPerson } from "../../notices/store/tell-person.ts";
import type { Ports, Tx } from "../../ports.ts";
import {
  endsWithTyped,
  isNumberToRead,
  longestSaid,
  makeSlotFault,
  saidPlace,
  type SlotFault,
} from "../id-check.ts";
import type { IdCheckNoticeKind } from "../id-check-notice.ts";
import { limits } from "../limit.ts";
import { decideIdCheck, lockIdCheck, type KeptIdCheck } from "../store/id-check.ts";
import { listPicturesOfCheck } from "../store/id-picture.ts";
import { countUp } from "../store/limit.ts";
import { listLookedAt } from "../store/looked-at.ts";
import type { KeptPerson } from "../store/person.ts";

/** What an officer decides: all is well, or these pictures are to be taken again. */
export type IdCheckVerdict =
  | { readonly kind: "approve" }
  | { readonly kind: "send_back"; readonly faults: readonly SlotFault[]; readonly said: string };

export type DecideIdCheckRefusal =
  | { readonly kind: "id_check_not_found" }
  /** Another officer was first. */
  | { readonly kind: "id_check_decided" }
  /** Nothing says what to do again. */
  | { readonly kind: "id_faults_missing" }
  /** The four digits are not those of the form's number. */
  | { readonly kind: "id_proof_wrong" }
  /** Typed too often for this check: it takes another officer, or an hour. */
  | { readonly kind: "id_proof_locked" };

/** True when the officer proves by digits off the card to have looked; pictures sent back as not to be read have none. */
export function isProofAsked(verdict: IdCheckVerdict): boolean {
  return verdict.kind === "approve" || isNumberToRead(verdict.faults);
}

/**
 * Approves somebody's ID pictures, which raises them to the rung of checked photos, or sends them back with what to do
 * again (E1.4, E5.3). The officer types the last four digits off the card as proof of having looked, wherever they can be
 * read; each try is counted before it is compared. The person is told by LINE and e-mail. Refuses a check that another
 * officer decided meanwhile, and an approval on an officer's own say-so without the digits.
 */
export async function decideIdPictures(
  ports: Ports,
  actor: Staff,
  input: { readonly checkId: string; readonly verdict: IdCheckVerdict; readonly lastFour: string },
): Promise<Result<undefined, DecideIdCheckRefusal>> {
  const { checkId, verdict } = input;
  if (!isUuid(checkId)) return refuse({ kind: "id_check_not_found" });
  const isThere = await ports.db.as(actor, (tx) => judgeCheck(tx, actor, checkId, verdict));
  if (!isThere.ok) return isThere;
  const needsNoProof = !isProofAsked(verdict);
  if (!needsNoProof && !(await mayTry(ports, actor, checkId))) return refuse({ kind: "id_proof_locked" });
  return ports.db.as(actor, async (tx) => {
    const judged = await judgeCheck(tx, actor, checkId, verdict);
    if (!judged.ok) return judged;
    const person = await readPerson(ports, tx, actor, judged.value);
    if (!person) return refuse({ kind: "id_check_not_found" });
    if (!needsNoProof && !endsWithTyped(person.citizenId, input.lastFour)) {
      await say(ports, tx, actor, judged.value, "id_check.proof_wrong");
      return refuse({ kind: "id_proof_wrong" });
    }
    await settle(ports, tx, actor, { check: judged.value, person, verdict });
    return ok();
  });
}

async function judgeCheck(
  tx: Tx,
  actor: Staff,
  checkId: string,
  verdict: IdCheckVerdict,
): Promise<Result<KeptIdCheck, DecideIdCheckRefusal>> {
  const check = await lockIdCheck(tx, actor.agencyId, checkId);
  if (!check) return refuse({ kind: "id_check_not_found" });
  if (check.state !== "waiting") return refuse({ kind: "id_check_decided" });
  if (verdict.kind === "approve") return ok(check);
  const sent = (await listPicturesOfCheck(tx, actor.agencyId, checkId)).map(({ slot }) => slot);
  const named = verdict.faults.filter(({ slot }) => sent.includes(slot));
  return named.length > 0 ? ok(check) : refuse({ kind: "id_faults_missing" });
}

/** Counted in a transaction of its own, before anything is compared. */
async function mayTry(ports: Ports, actor: Staff, checkId: string): Promise<boolean> {
  const { idCheckProofs: limit } = limits;
  const count = await ports.db.as({ kind: "gate" }, (tx) =>
    countUp(tx, limit, `${actor.staffId}/${checkId}`, ports.clock.now()),
  );
  return count <= limit.most;
}

async function readPerson(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  check: KeptIdCheck,
): Promise<KeptPerson | null> {
  const { id: subjectId, personId } = check;
  const look = { what: "id_check", purpose: "id_check_decision", subjectId, personIds: [personId] } as const;
  return (await listLookedAt(ports, tx, actor, look)).get(personId) ?? null;
}

async function settle(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  decided: { readonly check: KeptIdCheck; readonly person: KeptPerson; readonly verdict: IdCheckVerdict },
): Promise<void> {
  const { check, person, verdict } = decided;
  const now = ports.clock.now();
  if (verdict.kind === "approve") {
    await decideIdCheck(tx, actor, check.id, { state: "approved", faults: null, said: null, now });
    await say(ports, tx, actor, check, "id_check.approved");
    return tell(ports, tx, check, "id_check_approved");
  }
  const faults = [...new Set(verdict.faults.map(makeSlotFault))];
  const words = verdict.said.trim().slice(0, longestSaid);
  const said = words === "" ? null : ports.vault.seal(person.dataKey, saidPlace(check.id), words);
  await decideIdCheck(tx, actor, check.id, { state: "sent_back", faults, said, now });
  await say(ports, tx, actor, check, "id_check.sent_back", { faults: faults.join(" ") });
  return tell(ports, tx, check, "id_check_sent_back");
}

function say(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  { personId, id: subjectId }: KeptIdCheck,
  action: string,
  refs: Readonly<Record<string, string>> = {},
): Promise<void> {
  return record(ports, tx, { action, actor, personId, subjectId, refs });
}

function tell(
  ports: Ports,
  tx: Tx,
  { personId, agencyId, id: checkId }: KeptIdCheck,
  kind: IdCheckNoticeKind,
): Promise<void> {
  return tellPerson(ports, tx, { kind, personId, refs: { agencyId, checkId } });
}
