import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import type { Member } from "../member.ts";
import { listMembersById } from "../store/member.ts";

/** Somebody of the actor's own agency, or under the actor's office. Refuses anybody else as not found. */
export async function seeMember(
  ports: Ports,
  actor: Staff,
  { staffId }: { readonly staffId: string },
): Promise<Result<Member, { readonly kind: "member_not_found" }>> {
  if (!isUuid(staffId)) return refuse({ kind: "member_not_found" });
  const [member] = await ports.db.as(actor, (tx) => listMembersById(ports, tx, [staffId]));
  return member ? ok(member) : refuse({ kind: "member_not_found" });
}
