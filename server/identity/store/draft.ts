import { and, eq, isNull } from "drizzle-orm";
import { registration } from "../../../db/schema/index.ts";
import type { LineUser } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";

export const draftKinds = ["registration", "recovery"] as const;
export type DraftKind = (typeof draftKinds)[number];

/** A walk that is not finished: its answers, and the key that seals them. */
export interface Draft<Answers> {
  readonly id: string;
  readonly answers: Answers;
  readonly dataKey: Uint8Array;
}

/** Which draft: whose, of what walk, in which version's shape. */
export interface DraftOf {
  readonly user: LineUser;
  readonly kind: DraftKind;
  readonly version: number;
}

type Sealer = Pick<Ports, "vault">;

/** The open draft, held until the transaction ends. One of another version counts as none. */
export async function lockDraft<Answers>(ports: Sealer, tx: Tx, of: DraftOf): Promise<Draft<Answers> | null> {
  const [row] = await tx.select().from(registration).where(isOpen(of)).for("update");
  if (!row?.dataKey || !row.sealed || row.version !== of.version) return null;
  const answers = ports.vault.open<Answers>(row.dataKey, placeOf(row.id), row.sealed);
  return { id: row.id, answers, dataKey: row.dataKey };
}

/** Starts a draft; an open one of another version ends, as its answers can no longer be read. */
export async function startDraft<Answers>(
  ports: Sealer,
  tx: Tx,
  of: DraftOf,
  started: { readonly id: string; readonly step: string; readonly answers: Answers; readonly now: Date },
): Promise<Draft<Answers>> {
  const { id, step, answers, now } = started;
  await tx
    .update(registration)
    .set({ ...emptied, endedAt: now, outcome: "outdated" })
    .where(isOpen(of));
  const dataKey = ports.vault.newDataKey();
  const { channel, lineUserId } = of.user;
  const sealed = ports.vault.seal(dataKey, placeOf(id), answers);
  await tx.insert(registration).values({
    ...{ id, channel, lineUserId, kind: of.kind, step, version: of.version, dataKey, sealed },
    startedAt: now,
    changedAt: now,
  });
  return { id, answers, dataKey };
}

/** Writes the answers of a draft that is held. `step` is told to the chat and to the reminder. */
export async function saveDraft<Answers>(
  ports: Sealer,
  tx: Tx,
  draft: Draft<Answers>,
  step: string,
  now: Date,
): Promise<void> {
  const sealed = ports.vault.seal(draft.dataKey, placeOf(draft.id), draft.answers);
  await tx.update(registration).set({ sealed, step, changedAt: now }).where(eq(registration.id, draft.id));
}

/** Ends a draft and empties it: nothing that was typed is kept. */
export async function endDraft(tx: Tx, id: string, outcome: string, now: Date): Promise<void> {
  await tx
    .update(registration)
    .set({ ...emptied, endedAt: now, outcome })
    .where(eq(registration.id, id));
}

const emptied = { dataKey: null, sealed: null };

function isOpen({ user, kind }: DraftOf) {
  return and(
    eq(registration.channel, user.channel),
    eq(registration.lineUserId, user.lineUserId),
    eq(registration.kind, kind),
    isNull(registration.endedAt),
  );
}

function placeOf(rowId: string) {
  return { table: "registration", rowId };
}
