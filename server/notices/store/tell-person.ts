import { notice } from "../../../db/schema/index.ts";
import type { Ports, Tx } from "../../ports.ts";
import { missingRefs, openMedium } from "../notice.ts";
import { mailLifeMs } from "../retry.ts";
import { dueAt } from "../router.ts";
import type { TellingKind } from "../ways.ts";

/** What a person is to be told, wherever they are reached. */
export interface PersonNotice {
  readonly kind: TellingKind;
  readonly personId: string;
  readonly refs: Readonly<Record<string, unknown>>;
}

/**
 * Puts what a person is to be told into the outbox, under any role and in the transaction of the change it tells of. By
 * which channels it goes is decided when it is taken up (`dispatchNotices`): nothing of how the person is reached is read
 * here. A kind that can wait falls due in the morning. Throws when a reference is missing, a fault of the caller.
 */
export async function tellPerson(
  ports: Pick<Ports, "clock" | "random">,
  tx: Tx,
  { kind, personId, refs }: PersonNotice,
): Promise<void> {
  const missing = missingRefs(kind, refs);
  if (missing.length > 0) throw new Error(`notice ${kind} lacks ${missing.join(", ")}`);
  const now = ports.clock.now();
  await tx.insert(notice).values({
    id: ports.random.uuid(),
    medium: openMedium,
    kind,
    channel: "",
    lineUserId: "",
    personId,
    refs,
    state: "waiting",
    queuedAt: now,
    dueAt: dueAt(kind, now),
    diesAt: new Date(now.getTime() + mailLifeMs),
    attempts: 0,
  });
}
