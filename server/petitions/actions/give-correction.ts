import { judgeAnswers, type AnswersRefusal } from "../../forms/answers.ts";
import { typedOfAccepted } from "../../forms/typed-of-accepted.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { AttachmentRefusal } from "../attachment.ts";
import { answersBefore } from "../changed-answers.ts";
import { mergeCorrection } from "../correction-form.ts";
import { fileFieldOf } from "../draft.ts";
import type { Taking } from "../desk/as-kept.ts";
import { crossOutWords } from "../desk/cross-out-words.ts";
import { dropFile, putOwnFile } from "../desk/keep-own-file.ts";
import { brokenPace } from "../desk/keep-pace.ts";
import { ownPetition, type OwnPetitionRef } from "../desk/own-petition.ts";
import { takeOwnStep, type TakenStep } from "../desk/take-own-step.ts";
import type { SentFile } from "../sent-file.ts";
import type { OwnStepRefusal } from "../own-step-refusal.ts";
import { insertOwnFile, listOwnFiles, type NewPetitionFile } from "../store/own-file.ts";
import { listEvents } from "../store/petition-event.ts";
import { openContent, sealContent, type KeptPetition } from "../store/petition.ts";
import { findVersion } from "../store/service.ts";

/** A file that was chosen for a field of the form. */
export interface FieldFile extends SentFile {
  /** The key of the field. */
  readonly field: string;
}

export interface Correction extends OwnPetitionRef {
  readonly seen: number;
  /** As it was typed, of the open fields alone; anything else is not read. */
  readonly typed: Readonly<Record<string, unknown>>;
  readonly files: readonly FieldFile[];
  readonly text: string;
}

export type CorrectionRefusal =
  | OwnStepRefusal
  | AnswersRefusal
  /** More than an hour takes of corrections and messages, or a day of files. */
  | { readonly kind: "corrections_many" | "files_many" }
  /** Every answer stands as it was, no file came and nothing was written. */
  | { readonly kind: "nothing_corrected" }
  /** One of the files may not be attached; `field` is where it was chosen. */
  | { readonly kind: "file_refused"; readonly field: string; readonly why: AttachmentRefusal };

/**
 * Answers a correction that was asked for: of what was typed only the asked fields count, every other answer stays as it
 * was filed, and the whole is judged by the form the petition began with. The clock goes on. Refuses files that may not
 * be attached or that their field does not take, answers the form refuses, an answer that corrects and says nothing, more than
 * the pace of messages and files allows, and what `takeOwnStep` refuses.
 */
export async function giveCorrection(
  ports: Ports,
  actor: Citizen,
  input: Correction,
): Promise<Result<TakenStep, CorrectionRefusal>> {
  const open = await ports.db.as(actor, (tx) => openTo(ports, tx, actor, input));
  if (open === null) return refuse({ kind: "petition_missing" });
  // Nothing is put into the store where nothing was asked for: it is refused, or was taken already.
  const broken = open.isAsked ? await brokenPace(ports, actor, input.files.length) : null;
  if (broken !== null) return refuse({ kind: broken === "files" ? "files_many" : "corrections_many" });
  const put = open.isAsked ? await putAll(ports, input, open.taking) : ok([]);
  if (!put.ok) return put;
  const given = await ports.db.as(actor, (tx) => give(ports, tx, actor, input, put.value));
  const isKept = given.ok && given.value.isNew;
  if (!isKept) await Promise.all(put.value.map(({ file }) => dropFile(ports, file)));
  return given;
}

interface PutFile {
  readonly field: string;
  readonly file: NewPetitionFile;
}

interface Open {
  readonly isAsked: boolean;
  /** What the fields of the form take as files that were sent for them. */
  readonly taking: ReadonlyMap<string, Taking>;
}

/** What a petition is open to before its files are looked at; null: it is not the citizen's. */
async function openTo(ports: Ports, tx: Tx, actor: Citizen, input: Correction): Promise<Open | null> {
  const petition = await ownPetition(tx, actor, input);
  if (petition === null) return null;
  const { agencyId, serviceId, serviceVersion } = petition;
  const version = await findVersion(tx, agencyId, serviceId, serviceVersion);
  const taking = new Map<string, Taking>();
  for (const key of new Set(input.files.map(({ field }) => field))) {
    const field = version && fileFieldOf(version.definition.form, key);
    if (!field) continue;
    const crossOut = await crossOutWords(ports, tx, petition, field);
    taking.set(key, { accepts: field.accepts, crossOut });
  }
  return { isAsked: isAskedOf(petition, input.seen), taking };
}

function isAskedOf({ pauseReason, version }: KeptPetition, seen: number): boolean {
  return pauseReason === "correction" && version === seen;
}

async function putAll(
  ports: Ports,
  input: Correction,
  taking: Open["taking"],
): Promise<Result<readonly PutFile[], CorrectionRefusal>> {
  const takesNothing: Taking = { accepts: [], crossOut: null };
  const put: PutFile[] = [];
  for (const { field, ...sent } of input.files) {
    const one = await putOwnFile(ports, input.agencyId, sent, taking.get(field) ?? takesNothing);
    if (one.ok) {
      put.push({ field, file: one.value });
      continue;
    }
    await Promise.all(put.map(({ file }) => dropFile(ports, file)));
    return refuse({ kind: "file_refused", field, why: one.refusal });
  }
  return ok(put);
}

async function give(
  ports: Ports,
  tx: Tx,
  actor: Citizen,
  input: Correction,
  put: readonly PutFile[],
): Promise<Result<TakenStep, CorrectionRefusal>> {
  const { seen, text } = input;
  const petition = await ownPetition(tx, actor, input, true);
  if (petition === null) return refuse({ kind: "petition_missing" });
  const step = { seen, step: "correction_given", words: text === "" ? {} : { text } } as const;
  if (!isAskedOf(petition, seen)) return takeOwnStep(ports, tx, actor, input, step);
  const judged = await judge(ports, tx, petition, input, put);
  if (!judged.ok) return judged;
  const { definition, accepted } = judged.value;
  const content = openContent(ports, petition);
  const isSame = JSON.stringify(accepted) === JSON.stringify(content.answers);
  if (text === "" && put.length === 0 && isSame) return refuse({ kind: "nothing_corrected" });
  const before = answersBefore(definition.form, content.answers, accepted);
  const sealed = sealContent(ports, petition, { ...content, answers: accepted });
  const words = { ...step.words, before };
  const taken = await takeOwnStep(ports, tx, actor, input, { ...step, words, sealed });
  if (taken.ok) {
    for (const { field, file } of put) {
      await insertOwnFile(ports, tx, petition, file, ports.clock.now(), field);
    }
  }
  return taken;
}

async function judge(
  ports: Ports,
  tx: Tx,
  petition: KeptPetition,
  { typed }: Correction,
  put: readonly PutFile[],
) {
  const { agencyId, serviceId, serviceVersion } = petition;
  const version = await findVersion(tx, agencyId, serviceId, serviceVersion);
  if (version === null) throw new Error("a petition of a version that is not there");
  const { form } = version.definition;
  const asked = (await listEvents(ports, tx, petition)).findLast(({ kind }) => kind === "correction_asked");
  const there = (await listOwnFiles(ports, tx, petition)).map(({ id }) => id);
  const standing = typedOfAccepted(form, openContent(ports, petition).answers);
  const withFiles = Object.fromEntries(
    form.fields.flatMap((field): [string, unknown][] => {
      if (field.type !== "files" && field.type !== "photo") {
        return Object.hasOwn(typed, field.key) ? [[field.key, typed[field.key]]] : [];
      }
      const kept = [typed[field.key] ?? []].flat().filter((id) => there.some((one) => one === id));
      const added = put.filter((one) => one.field === field.key).map(({ file }) => file.id);
      return [[field.key, [...kept, ...added]]];
    }),
  );
  const merged = mergeCorrection(form, asked?.words.fields ?? [], standing, withFiles);
  const judged = judgeAnswers(form, merged, ports.clock.now());
  return judged.ok ? ok({ definition: version.definition, accepted: judged.value.accepted }) : judged;
}
