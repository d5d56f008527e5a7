import { and, eq, ne } from "drizzle-orm";
import { staff } from "../../../db/schema/index.ts";
import type { StaffLevel } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { StaffFacts, StaffState } from "../staff.ts";
import { usernameFor } from "../username.ts";

export interface NewAccount {
  readonly agencyId: string;
  readonly registrarId: string;
  readonly level: StaffLevel;
  readonly facts: StaffFacts;
  /** The agency's own admin who invited them, and the form they did it with; left out: an office granted it. */
  readonly by?: { readonly grantedBy: string; readonly requestKey: string };
}

type Sealer = Pick<Ports, "vault" | "keys" | "clock" | "random">;

/** Keeps an account that was just granted, under a user name nobody has yet. Answers its id. */
export async function insertAccount(ports: Sealer, tx: Tx, made: NewAccount): Promise<string> {
  const { agencyId, registrarId, level, facts, by } = made;
  const id = ports.random.uuid();
  const dataKey = ports.vault.newDataKey();
  const row = {
    id,
    agencyId,
    registrarId,
    level,
    state: "invited",
    dataKey,
    madeAt: ports.clock.now(),
    ...sealFacts(ports, { id, dataKey }, facts),
    citizenIndex: ports.keys.blindIndex("citizen_id", facts.citizenId),
    ...by,
  };
  for (let number = 1; ; number += 1) {
    const username = usernameFor(facts.email, number);
    const kept = await tx
      .insert(staff)
      .values({ ...row, username })
      .onConflictDoNothing({ target: staff.username })
      .returning({ id: staff.id });
    if (kept.length > 0) return id;
  }
}

/** The columns that hold what is known of a member of staff. */
export function sealFacts(
  ports: Pick<Ports, "vault" | "keys">,
  { id, dataKey }: { readonly id: string; readonly dataKey: Uint8Array },
  facts: StaffFacts,
) {
  return {
    sealed: ports.vault.seal(dataKey, { table: "staff", rowId: id }, facts),
    emailIndex: ports.keys.blindIndex("email", facts.email),
  };
}

/** The account a person has at an agency, unless it has ended; held until the transaction ends. */
export async function lockAccountOf(
  ports: Pick<Ports, "keys">,
  tx: Tx,
  agencyId: string,
  citizenId: string,
): Promise<{ readonly id: string; readonly state: StaffState; readonly dataKey: Uint8Array } | null> {
  const citizenIndex = ports.keys.blindIndex("citizen_id", citizenId);
  const [row] = await tx
    .select({ id: staff.id, state: staff.state, dataKey: staff.dataKey })
    .from(staff)
    .where(and(eq(staff.agencyId, agencyId), eq(staff.citizenIndex, citizenIndex), ne(staff.state, "ended")))
    .for("update");
  return row ? { ...row, state: row.state as StaffState } : null;
}
