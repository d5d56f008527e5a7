import type { Citizen } from "../../kernel/actor.ts";
import { refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import type { AttachmentRefusal } from "../attachment.ts";
import { dropFile, ofThings, putOwnFile } from "../desk/keep-own-file.ts";
import { keepsPace } from "../desk/keep-pace.ts";
import { ownPetition, type OwnPetitionRef } from "../desk/own-petition.ts";
import { takeOwnStep, type TakenStep } from "../desk/take-own-step.ts";
import type { SentFile } from "../sent-file.ts";
import type { OwnStepRefusal } from "../own-step-refusal.ts";
import { insertOwnFile } from "../store/own-file.ts";

/** What the citizen found when they looked (N10). */
export interface ClosureTest extends OwnPetitionRef {
  readonly seen: number;
  readonly isDone: boolean;
  /** What is still to be done; asked for when it is not done. */
  readonly text: string;
  readonly photo: SentFile | null;
}

export type ClosureRefusal =
  OwnStepRefusal | AttachmentRefusal | { readonly kind: "words_missing" | "files_many" };

/**
 * Tests a closure within its days (N10): "เรียบร้อยแล้ว" closes it for good, "ยังไม่เรียบร้อย" opens it again, with nobody in
 * charge: another officer than the one who closed it is given it (`handOnReopened`). Refuses to open it without a word of what is still to
 * be done, a photo that is none or one too many of a day, and what `takeOwnStep` refuses.
 */
export async function testClosure(
  ports: Ports,
  actor: Citizen,
  input: ClosureTest,
): Promise<Result<TakenStep, ClosureRefusal>> {
  const { agencyId, seen, isDone, text, photo } = input;
  if (!isDone && text === "") return refuse({ kind: "words_missing" });
  // Nothing is put into the store for a petition that is not theirs, or that moved since.
  const petition = await ports.db.as(actor, (tx) => ownPetition(tx, actor, input));
  if (petition === null) return refuse({ kind: "petition_missing" });
  const mayOpen = petition.status === "completed" && petition.version === seen;
  const sent = isDone || !mayOpen ? null : photo;
  if (sent !== null && !(await ports.db.as(actor, (tx) => keepsPace(ports, tx, actor, "files")))) {
    return refuse({ kind: "files_many" });
  }
  const put = sent && (await putOwnFile(ports, agencyId, sent, ofThings));
  if (put !== null && !put.ok) return put;
  const file = put?.value ?? null;
  const words = { ...(text === "" ? {} : { text }), ...(file === null ? {} : { files: [file.id] }) };
  const step = isDone ? ("closure_confirmed" as const) : ("reopened" as const);
  const taken = await ports.db.as(actor, async (tx) => {
    const moved = await takeOwnStep(ports, tx, actor, input, { seen, step, words });
    if (moved.ok && moved.value.isNew && file !== null) {
      await insertOwnFile(ports, tx, moved.value.petition, file, ports.clock.now());
    }
    return moved;
  });
  if (!taken.ok || !taken.value.isNew) await dropFile(ports, file);
  return taken;
}
