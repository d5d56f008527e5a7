import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { openPackFile, type PackFileRefusal } from "../pack-file.ts";
import { readPack, type PackRefusal } from "../pack-schema.ts";
import { findImport, insertImport, type KeptImport } from "../store/pack-import.ts";

const keptMs = 24 * 3600 * 1000;

/**
 * Takes a pack file in for looking at: opened, its signature checked, its definition judged wholly. Nothing is made of it
 * yet; after a day it is gone with the next one. Refuses what is too large or no pack, what was changed after it was
 * signed, and a definition that is wrong, with every place.
 */
export async function bringPack(
  ports: Ports,
  actor: Staff,
  { text }: { readonly text: string },
): Promise<Result<{ readonly importId: string }, PackFileRefusal | PackRefusal>> {
  const opened = await openPackFile(text, ports.keys.codePublicKeys);
  if (!opened.ok) return opened;
  const pack = readPack(opened.value.pack);
  if (!pack.ok) return pack;
  const { agencyId, staffId } = actor;
  const { seal } = opened.value;
  const [id, now] = [ports.random.uuid(), ports.clock.now()];
  await ports.db.as(actor, async (tx) => {
    const made = { agencyId, id, pack: pack.value, seal, madeBy: staffId, madeAt: now };
    await insertImport(tx, made, new Date(now.getTime() - keptMs));
    const refs = { slug: pack.value.slug, signer: seal?.fingerprint ?? null, known: seal?.isKnown ?? false };
    await record(ports, tx, { action: "service_pack.brought", actor, subjectId: id, refs });
  });
  return ok({ importId: id });
}

/** A pack that was taken in for looking at. Refuses one of nobody's. */
export async function seeImport(
  ports: Ports,
  actor: Staff,
  { importId }: { readonly importId: string },
): Promise<Result<KeptImport, { readonly kind: "pack_missing" }>> {
  if (!isUuid(importId)) return refuse({ kind: "pack_missing" });
  const kept = await ports.db.as(actor, (tx) => findImport(tx, actor.agencyId, importId));
  return kept === null ? refuse({ kind: "pack_missing" }) : ok(kept);
}
