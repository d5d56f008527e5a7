import type { SystemActor } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { forgetBefore } from "../store/grant.ts";

const dayMs = 24 * 60 * 60_000;

/** Forgets sign-ins at relying parties, waiting requests and used assertions after a day; the audit keeps that they were. */
export async function purgeOpenId(ports: Ports, actor: SystemActor): Promise<Result<undefined, never>> {
  const before = new Date(ports.clock.now().getTime() - dayMs);
  await ports.db.as(actor, (tx) => forgetBefore(tx, before));
  return ok();
}
