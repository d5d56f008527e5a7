import type { DelegationView } from "../../identity/delegation-view.ts";
import { findDelegation, listForPerson } from "../../identity/store/delegation.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { representedBy } from "../represented.ts";
import { visibleStatus, whoMayCancel, type ServiceCodeStatus } from "../service-code.ts";
import { writeCodeToken } from "../code-token.ts";
import type { IssuedCode } from "../issued-code.ts";
import { findCode } from "../store.ts";

/** A code as its page shows it. */
export interface CodeView {
  readonly code: IssuedCode;
  /** As it stands now: an issued code has expired once its day is over. */
  readonly status: ServiceCodeStatus;
  readonly mayCancel: boolean;
  /** Somebody the citizen acts for; null: the citizen's own code. */
  readonly represented: DelegationView | null;
  /** Who asked in the citizen's name, where that is somebody else and known. */
  readonly askedByName: string | null;
  readonly isAskedByOther: boolean;
  /** What its QR says, signed; null: it may not be shown as good. */
  readonly token: string | null;
}

/**
 * One code of the citizen, or, with `delegationId`, of somebody they act for. Refuses what is not theirs to see as
 * not found.
 */
export async function seeCode(
  ports: Ports,
  actor: Citizen,
  input: { readonly codeId: string; readonly delegationId: string | null },
): Promise<Result<CodeView, { readonly kind: "code_not_found" }>> {
  const { codeId, delegationId } = input;
  if (!isUuid(codeId)) return refuse({ kind: "code_not_found" });
  const day = bangkokDay(ports.clock.now());
  if (delegationId === null) {
    const [code, askers] = await ports.db.as(actor, (tx) =>
      Promise.all([findCode(tx, actor.personId, codeId), listForPerson(ports, tx, actor.personId)]),
    );
    if (!code) return refuse({ kind: "code_not_found" });
    const asker = askers.find((delegation) => delegation.askerId === code.askedBy);
    return ok(await viewOf(ports, code, null, asker?.sides.askerName ?? null));
  }
  if (!isUuid(delegationId)) return refuse({ kind: "code_not_found" });
  const kept = await ports.db.as(actor, (tx) => findDelegation(ports, tx, delegationId));
  const represented = representedBy(kept, actor, day);
  if (!represented) return refuse({ kind: "code_not_found" });
  const { actor: other, view } = represented;
  const code = await ports.db.as(other, (tx) => findCode(tx, other.personId, codeId));
  return code ? ok(await viewOf(ports, code, view, null)) : refuse({ kind: "code_not_found" });
}

async function viewOf(
  ports: Ports,
  code: IssuedCode,
  represented: DelegationView | null,
  askedByName: string | null,
): Promise<CodeView> {
  const status = visibleStatus(code, ports.clock.now());
  const isAskedByOther = represented === null && code.askedBy !== code.personId;
  const mayCancel = whoMayCancel(status).includes("citizen");
  const token = status === "issued" || status === "used" ? await tokenOf(ports, code) : null;
  return { code, status, mayCancel, represented, askedByName, isAskedByOther, token };
}

function tokenOf({ keys }: Ports, { code, hcode, serviceType, expiresAt }: IssuedCode): Promise<string> {
  return writeCodeToken(keys.codeSigner, { code, facility: hcode, serviceType, expiresAt });
}
