import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import { settleWrongTry, type SignInTries } from "../../kernel/sign-in-throttle.ts";
import { saveAccount, type Account } from "../store/account.ts";

/** Keeps a wrong password or second step; the one that locks the account tells its owner. Answers the tries kept. */
export async function keepWrongTry(
  ports: Ports,
  tx: Tx,
  actor: Gate,
  { id, agencyId, tries }: Account,
  what: "password" | "second_step",
): Promise<SignInTries> {
  const kept = settleWrongTry(tries, ports.clock.now());
  await saveAccount(tx, id, {}, kept);
  const locks = kept.lockedAt !== null && tries.lockedAt === null;
  await record(ports, tx, {
    action: `staff.${what}_wrong`,
    actor,
    agencyId,
    subjectId: id,
    refs: { locks },
  });
  if (locks) await queue(ports, tx, { kind: "staff_locked", medium: "mail", refs: { staffId: id } });
  return kept;
}
