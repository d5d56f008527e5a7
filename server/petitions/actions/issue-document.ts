import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { documentPaperTh } from "../../words/documents/paper.ts";
import { issueDocument } from "../desk/issue-document.ts";
import { readIssuing, type AskedIssue } from "../desk/read-issuing.ts";
import {
  hindranceOfIssue,
  missingFields,
  withTyped,
  type IssueRefusal,
  type PaperCheck,
} from "../issuing.ts";
import { findDocumentOfRequest } from "../store/issued-document.ts";

/**
 * Issues a document from a template of the petition's service, with its fields as the officer left them (E5.4). Refuses
 * what `readIssuing` refuses, a petition that is not ready for it, and fields that are empty. Sent twice it answers the
 * one document, also after its petition or template would refuse another.
 */
export async function issueFromTemplate(
  ports: Ports,
  actor: Staff,
  input: {
    readonly asked: AskedIssue;
    readonly typed: Readonly<Record<string, string>>;
    readonly check: PaperCheck;
    readonly requestKey: string;
  },
): Promise<Result<{ readonly documentId: string; readonly number: string }, IssueRefusal>> {
  const { asked, typed, check, requestKey } = input;
  return ports.db.as(actor, async (tx) => {
    const before = await findDocumentOfRequest(tx, actor.agencyId, requestKey);
    if (before) return ok({ documentId: before.id, number: before.number });
    const read = await readIssuing(ports, tx, actor, asked);
    if (!read.ok) {
      // The twin of this request may have ended the document meanwhile.
      const twin = await findDocumentOfRequest(tx, actor.agencyId, requestKey);
      return twin ? ok({ documentId: twin.id, number: twin.number }) : read;
    }
    const { chosen } = read.value.issuing;
    if (!chosen) return refuse({ kind: "template_missing" });
    const { template } = chosen;
    const hindrance = hindranceOfIssue(read.value.petition, template.kind);
    if (hindrance) return refuse(hindrance);
    const fields = withTyped(chosen.fields, typed);
    const keys = missingFields(fields);
    if (keys.length > 0) return refuse({ kind: "fields_missing", keys });
    const source = { kind: "template", template, fields } as const;
    const words = documentPaperTh;
    const kept = await issueDocument(ports, tx, actor, {
      read: read.value,
      source,
      check,
      words,
      requestKey,
    });
    return ok({ documentId: kept.id, number: kept.number });
  });
}
