import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import type { AttachmentRefusal } from "../attachment.ts";
import { dropFile, ofMessages, putOwnFile } from "../desk/keep-own-file.ts";
import type { SentFile } from "../sent-file.ts";
import { brokenPace } from "../desk/keep-pace.ts";
import { ownPetition, type OwnPetitionRef } from "../desk/own-petition.ts";
import { leaveWord } from "../store/citizen-word.ts";
import { insertOwnFile, type NewPetitionFile } from "../store/own-file.ts";
import { insertMessage } from "../store/petition-message.ts";

export interface Said extends OwnPetitionRef {
  readonly text: string;
  readonly file: SentFile | null;
  readonly requestKey: string;
}

export type SayRefusal =
  | { readonly kind: "petition_missing" }
  | { readonly kind: "words_missing" }
  | { readonly kind: "messages_many" | "files_many" }
  | { readonly kind: "words_long"; readonly most: number }
  | AttachmentRefusal;

/** A message holds no more; what is longer belongs in a file. */
export const longestMessage = 2_000;

/**
 * Writes a line of the citizen into the thread of their petition, with a file where there is one; its officers are told. The same request again
 * writes none. Refuses an empty line, one that is too long, more than an hour takes of messages or a day of files, a file that may not be attached, and somebody else's petition
 * as one that is not there.
 */
export async function sayInThread(
  ports: Ports,
  actor: Citizen,
  input: Said,
): Promise<Result<undefined, SayRefusal>> {
  const text = input.text.normalize("NFC").trim();
  if (text === "" && input.file === null) return refuse({ kind: "words_missing" });
  if (text.length > longestMessage) return refuse({ kind: "words_long", most: longestMessage });
  if (!isUuid(input.agencyId)) return refuse({ kind: "petition_missing" });
  const broken = await brokenPace(ports, actor, input.file === null ? 0 : 1);
  if (broken !== null) return refuse({ kind: `${broken}_many` });
  const put = input.file && (await putOwnFile(ports, input.agencyId, input.file, ofMessages));
  if (put !== null && !put.ok) return put;
  const file = put?.value ?? null;
  const kept = await keep(ports, actor, input, text, file);
  if (kept !== "new") await dropFile(ports, file);
  return kept === "missing" ? refuse({ kind: "petition_missing" }) : ok();
}

function keep(
  ports: Ports,
  actor: Citizen,
  input: Said,
  text: string,
  file: NewPetitionFile | null,
): Promise<"missing" | "there" | "new"> {
  return ports.db.as(actor, async (tx) => {
    const petition = await ownPetition(tx, actor, input);
    if (petition === null) return "missing";
    const now = ports.clock.now();
    const said = {
      id: ports.random.uuid(),
      doer: "citizen",
      doerId: actor.personId,
      isInternal: false,
      text,
      files: file === null ? [] : [file.id],
      saidAt: now,
    } as const;
    if (!(await insertMessage(ports, tx, petition, said, input.requestKey))) return "there";
    await leaveWord(tx, petition, "said", now);
    if (file !== null) await insertOwnFile(ports, tx, petition, file, now);
    const { agencyId, id: subjectId, personId } = petition;
    await record(ports, tx, { action: "petition.said", actor, agencyId, personId, subjectId });
    return "new";
  });
}
