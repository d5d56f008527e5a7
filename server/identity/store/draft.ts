import { and, eq, isNull, lt, ne, or } from "drizzle-orm";
import { registration } from "../../../db/schema/index.ts";
import type { LineUser } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";

export const draftKinds = ["registration", "recovery", "join"] as const;
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
  /** A draft not touched since then counts as none; left out: however old it is. */
  readonly changedSince?: Date;
}

type Sealer = Pick<Ports, "vault">;

/** The open draft, held until the transaction ends. One of another version, or too old, counts as none. */
export async function lockDraft<Answers>(ports: Sealer, tx: Tx, of: DraftOf): Promise<Draft<Answers> | null> {
  const [row] = await tx.select().from(registration).where(isOpen(of)).for("update");
  return openDraft(ports, of, row);
}

/** The same, only read. */
export async function findDraft<Answers>(ports: Sealer, tx: Tx, of: DraftOf): Promise<Draft<Answers> | null> {
  const [row] = await tx.select().from(registration).where(isOpen(of));
  return openDraft(ports, of, row);
}

function openDraft<Answers>(
  ports: Sealer,
  of: DraftOf,
  row: typeof registration.$inferSelect | undefined,
): Draft<Answers> | null {
  if (!row?.dataKey || !row.sealed || row.version !== of.version) return null;
  if (of.changedSince && row.changedAt < of.changedSince) return null;
  const answers = ports.vault.open<Answers>(row.dataKey, placeOf(row.id), row.sealed);
  return { id: row.id, answers, dataKey: row.dataKey };
}

/**
 * Starts a draft; an open one that counts as none ends first. Of two started at once the second finds the first's.
 */
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
    .where(and(isOpen(of), countsAsNone(of)));
  const dataKey = ports.vault.newDataKey();
  const { channel, lineUserId } = of.user;
  const sealed = ports.vault.seal(dataKey, placeOf(id), answers);
  const [made] = await tx
    .insert(registration)
    .values({
      ...{ id, channel, lineUserId, kind: of.kind, step, version: of.version, dataKey, sealed },
      startedAt: now,
      changedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: registration.id });
  if (made) return { id, answers, dataKey };
  const other = await lockDraft<Answers>(ports, tx, of);
  if (!other) throw new Error("a draft that stood in the way is not there");
  return other;
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

function countsAsNone({ version, changedSince }: DraftOf) {
  const isOld = changedSince && lt(registration.changedAt, changedSince);
  return or(ne(registration.version, version), isOld);
}

function placeOf(rowId: string) {
  return { table: "registration", rowId };
}
