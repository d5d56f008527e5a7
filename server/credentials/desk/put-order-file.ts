import type { FileFormat } from "../../forms/field.ts";
import { barePicture } from "../../kernel/bare-picture.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { attachmentName, mediaTypeOf, type AttachmentRefusal } from "../../petitions/attachment.ts";
import { judgeAttachment } from "../../petitions/judge-attachment.ts";
import type { SentFile } from "../../petitions/sent-file.ts";
import type { Ports } from "../../ports.ts";
import { orderFileKey, orderFilePlace } from "../seat-order.ts";
import type { OrderFile } from "../store/order-file.ts";
import type { KeptOrder } from "../store/seat-order.ts";

const formats: readonly FileFormat[] = ["pdf", "jpg", "png"];

/**
 * Judges a file of an order by its bytes (PDF, JPEG or PNG, 10 MB at most) and puts it sealed into the file store; its
 * row is the caller's to keep, or else to delete the file again. `broughtBy`: as `OrderFile` has it. Refuses what `judgeAttachment` refuses. Runs outside any
 * transaction.
 */
export async function putOrderFile(
  ports: Ports,
  { agencyId, dataKey }: Pick<KeptOrder, "agencyId" | "dataKey">,
  sent: SentFile,
  broughtBy: string | null,
): Promise<Result<OrderFile, AttachmentRefusal>> {
  const judged = await judgeAttachment(sent.bytes, formats);
  if (!judged.ok) return judged;
  const [id, madeAt] = [ports.random.uuid(), ports.clock.now()];
  const fileKey = orderFileKey(agencyId, id);
  const bytes = barePicture(sent.bytes);
  const sealed = ports.vault.sealBytes(dataKey, orderFilePlace(id), bytes);
  await ports.files.put(fileKey, sealed, "application/octet-stream");
  const name = attachmentName(sent.name, judged.value);
  return ok({ id, fileKey, mime: mediaTypeOf[judged.value], size: bytes.length, name, madeAt, broughtBy });
}
