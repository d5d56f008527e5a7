import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { documentPaperTh } from "../../words/documents/paper.ts";
import { mediaTypeOf, type AttachmentRefusal } from "../attachment.ts";
import { issueDocument } from "../desk/issue-document.ts";
import { readIssuing } from "../desk/read-issuing.ts";
import type { DocumentKind } from "../issued-document.ts";
import { hindranceOfIssue, type IssueRefusal, type PaperCheck } from "../issuing.ts";
import { judgeAttachment } from "../judge-attachment.ts";
import { findDocumentOfRequest } from "../store/issued-document.ts";

const longestTitle = 200;

/**
 * Issues a file that was made elsewhere: it gets a number and a code, and stays as it came. Refuses what `readIssuing`
 * and `judgeAttachment` refuse, a missing title, and a last day before today. Sent twice it is one document.
 */
export async function uploadDocument(
  ports: Ports,
  actor: Staff,
  input: {
    readonly petitionId: string;
    readonly replacesId: string | null;
    readonly kind: DocumentKind;
    readonly title: string;
    readonly validUntil: BangkokDay | null;
    readonly bytes: Uint8Array | null;
    readonly check: PaperCheck;
    readonly requestKey: string;
  },
): Promise<
  Result<
    { readonly documentId: string },
    IssueRefusal | AttachmentRefusal | { readonly kind: "file_missing" }
  >
> {
  const { petitionId, replacesId, kind, validUntil, check, requestKey } = input;
  const title = input.title.normalize("NFC").trim().slice(0, longestTitle);
  const file = input.bytes === null ? null : await judgeAttachment(input.bytes, ["pdf", "jpg", "png"]);
  return ports.db.as(actor, async (tx) => {
    const before = await findDocumentOfRequest(tx, actor.agencyId, requestKey);
    if (before) return ok({ documentId: before.id });
    const read = await readIssuing(ports, tx, actor, { petitionId, templateKey: null, replacesId });
    if (!read.ok) return read;
    const hindrance = hindranceOfIssue(read.value.petition, kind);
    if (hindrance) return refuse(hindrance);
    if (title === "") return refuse({ kind: "title_missing" });
    if (validUntil !== null && validUntil < bangkokDay(ports.clock.now()))
      return refuse({ kind: "valid_until_past" });
    if (file === null || input.bytes === null) return refuse({ kind: "file_missing" });
    if (!file.ok) return file;
    const source = {
      kind: "file",
      documentKind: kind,
      title: { th: title, en: null },
      validUntil,
      bytes: input.bytes,
      mediaType: mediaTypeOf[file.value],
    } as const;
    const words = documentPaperTh;
    const kept = await issueDocument(ports, tx, actor, {
      read: read.value,
      source,
      check,
      words,
      requestKey,
    });
    return ok({ documentId: kept.id });
  });
}
