import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Language } from "../../kernel/language.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { ArchiveEntry, Ports } from "../../ports.ts";
import { wordsIn } from "../../words/words.ts";
import { readOwnData } from "../desk/own-data.ts";
import type { OwnData, OwnFile } from "../own-data.ts";
import { readableCopy } from "../readable-copy.ts";
import { takeCopy } from "../store/data-copy.ts";

/**
 * The copy of all that is kept of a citizen, while it is made: `data.json` for machines, `data.html` for people, and every
 * file. Read as the citizen, one file in memory at a time, kept nowhere. Refuses a leave that is over, used up, another's
 * or none, all alike. A file that the store has no more is left out and named in `missing.txt`.
 */
export async function takeOwnCopy(
  ports: Ports,
  actor: Citizen,
  input: { readonly copyId: string; readonly language: Language },
): Promise<Result<ReadableStream<Uint8Array>, { readonly kind: "copy_not_found" }>> {
  const { copyId, language } = input;
  if (!actor.unlocked || !isUuid(copyId)) return refuse({ kind: "copy_not_found" });
  const read = await ports.db.as(actor, async (tx) => {
    if (!(await takeCopy(tx, actor.personId, copyId, ports.clock.now()))) return null;
    await record(ports, tx, { action: "data_copy.taken", actor, subjectId: copyId });
    return readOwnData(ports, tx, actor);
  });
  if (read === null) return refuse({ kind: "copy_not_found" });
  return ok(ports.archive.write(entriesOf(ports, read.own, read.files, language)));
}

async function* entriesOf(
  ports: Ports,
  own: OwnData,
  files: readonly OwnFile[],
  language: Language,
): AsyncGenerator<ArchiveEntry> {
  const text = (words: string) => new TextEncoder().encode(words);
  yield { name: "data.json", bytes: text(`${JSON.stringify(own, null, 2)}\n`) };
  yield {
    name: "data.html",
    bytes: text(readableCopy(own, { ...wordsIn(language).privacy.copy, language })),
  };
  const missing: string[] = [];
  for (const { name, fileKey, dataKey, place } of files) {
    const sealed = await ports.files.get(fileKey);
    if (sealed === null) missing.push(name);
    else yield { name, bytes: ports.vault.openBytes(dataKey, place, sealed) };
  }
  if (missing.length > 0) yield { name: "missing.txt", bytes: text(`${missing.join("\n")}\n`) };
}
