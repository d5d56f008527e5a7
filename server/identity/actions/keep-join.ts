import type { Visitor } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { holdJoin, keepJoin } from "../desk/join-draft.ts";
import type { TypedJoin } from "../join.ts";

/** Keeps what was typed so far without judging it, and leads back from the OTP to the form. Nothing to refuse. */
export async function keepTypedJoin(ports: Ports, actor: Visitor, typed: TypedJoin): Promise<void> {
  await ports.db.as(actor, async (tx) => {
    const draft = await holdJoin(ports, tx, actor);
    if (draft) await keepJoin(ports, tx, draft, { typed, whole: null });
  });
}
