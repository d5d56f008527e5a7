import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { judgeSeal, judgeSetting, type SealRefusal, type SettingRefusal } from "../judge-setting.ts";
import { sealKey, sealPlace, type LocalSetting } from "../local-setting.ts";
import { readSeal } from "../desk/agency-paper.ts";
import { findLocalSetting, findSeal, saveLocalSetting, saveSeal } from "../store/local-government.ts";

/** What the staff's own agency set for itself, and whether it gave a seal; null: it is no local government. */
export async function seeSetting(
  ports: Ports,
  actor: Staff,
): Promise<{ readonly setting: LocalSetting; readonly hasSeal: boolean } | null> {
  return ports.db.as(actor, async (tx) => {
    const setting = await findLocalSetting(tx, actor.agencyId);
    return setting && { setting, hasSeal: (await findSeal(tx, actor.agencyId)) !== null };
  });
}

/** The seal of the staff's own agency as a JPEG; null: none was given. */
export async function seeSeal(ports: Ports, actor: Staff): Promise<Uint8Array | null> {
  const seal = await ports.db.as(actor, (tx) => readSeal(ports, tx, actor.agencyId));
  return seal?.jpeg ?? null;
}

/** Changes what the staff's own agency sets for itself. Refuses what `judgeSetting` refuses. */
export async function saveSetting(
  ports: Ports,
  actor: Staff,
  typed: Omit<LocalSetting, "slug">,
): Promise<Result<null, SettingRefusal>> {
  const judged = judgeSetting(typed);
  if (!judged.ok) return judged;
  const { agencyId } = actor;
  await ports.db.as(actor, async (tx) => {
    await saveLocalSetting(tx, agencyId, judged.value);
    const { keepDays, idPictures } = judged.value;
    const refs = { keepDays, idPictures: idPictures.join(",") };
    await record(ports, tx, { action: "local_setting.changed", actor, agencyId, refs });
  });
  return ok(null);
}

/**
 * Keeps another seal of the staff's own agency: drawn anew, so that nothing but its pixels is kept, and sealed in the
 * file store under a key of its own; documents issued before keep the one they bear. Refuses what `judgeSeal` refuses, a
 * picture that does not decode, and a store that fails.
 */
export async function keepSeal(
  ports: Ports,
  actor: Staff,
  input: { readonly bytes: Uint8Array },
): Promise<Result<null, SealRefusal>> {
  const judged = judgeSeal(input.bytes);
  if (!judged.ok) return judged;
  const jpeg = await ports.pictures.asJpeg(input.bytes, judged.value);
  if (!jpeg) return refuse({ kind: "seal_unreadable" });
  const { agencyId } = actor;
  const [dataKey, fileKey] = [ports.vault.newDataKey(), sealKey(agencyId, ports.random.uuid())];
  const sealed = ports.vault.sealBytes(dataKey, sealPlace(agencyId), jpeg);
  try {
    await ports.files.put(fileKey, sealed, "application/octet-stream");
  } catch (error) {
    ports.log.error("seal.not_kept", error);
    return refuse({ kind: "seal_not_kept" });
  }
  await ports.db.as(actor, async (tx) => {
    await saveSeal(tx, agencyId, { dataKey, fileKey });
    await record(ports, tx, { action: "local_setting.seal_changed", actor, agencyId });
  });
  return ok(null);
}
