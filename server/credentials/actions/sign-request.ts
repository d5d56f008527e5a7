import { stepUp } from "../../agencies/desk/step-up.ts";
import type { Staff } from "../../kernel/actor.ts";
import { refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { requestSystem } from "../desk/file-request.ts";
import { signAsHead, type HeadSignRefusal } from "../desk/sign-as-head.ts";
import type { SignRefusal } from "../request-refusal.ts";

/**
 * The agency's head signs a request that somebody in a seat sent, or one they wrote themselves, with the second step given
 * again. Refuses another agency's as not found, one that was decided, and a wrong second step.
 */
export async function signRequest(
  ports: Ports,
  actor: Staff,
  { requestId, proof }: { readonly requestId: string; readonly proof: string },
): Promise<Result<undefined, HeadSignRefusal | SignRefusal>> {
  if (!isUuid(requestId)) return refuse({ kind: "request_not_found" });
  const proven = await stepUp(ports, actor, proof);
  if (!proven.ok) return proven;
  return ports.db.as(requestSystem, (tx) => signAsHead(ports, tx, actor, { requestId, way: "second_step" }));
}
