import { listStaffNames } from "../../agencies/store/staff-names.ts";
import type { Staff } from "../../kernel/actor.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { documentPaperTh } from "../../words/documents/paper.ts";
import { drawPaper } from "../desk/draw-paper.ts";
import { readIssuing, type AskedIssue } from "../desk/read-issuing.ts";
import { validUntilOf } from "../document-standing.ts";
import { hindranceOfIssue, withTyped, type IssueRefusal, type Issuing, type PaperCheck } from "../issuing.ts";

/** What can be issued for a petition, and the chosen template's fields with what was answered and typed. */
export async function seeIssuing(
  ports: Ports,
  actor: Staff,
  input: { readonly asked: AskedIssue; readonly typed: Readonly<Record<string, string>> },
): Promise<Result<Issuing, IssueRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const read = await readIssuing(ports, tx, actor, input.asked);
    if (!read.ok) return read;
    const { issuing, petition } = read.value;
    const { chosen } = issuing;
    const hindrance = hindranceOfIssue(petition, chosen?.template.kind ?? "letter");
    if (hindrance) return refuse(hindrance);
    const fields = chosen && withTyped(chosen.fields, input.typed);
    // What a refusal leaves to be issued is offered, nothing else.
    const templates = issuing.templates.filter(({ kind }) => hindranceOfIssue(petition, kind) === null);
    return ok({ ...issuing, templates, chosen: chosen && fields && { ...chosen, fields } });
  });
}

/** The same as a PDF that says it is a preview: no number is taken, and nothing on it confirms it. */
export async function previewDocument(
  ports: Ports,
  actor: Staff,
  input: {
    readonly asked: AskedIssue;
    readonly typed: Readonly<Record<string, string>>;
    readonly check: PaperCheck;
  },
): Promise<Result<Uint8Array, IssueRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const read = await readIssuing(ports, tx, actor, input.asked);
    if (!read.ok) return read;
    const { agency, issuing, replaces } = read.value;
    const { chosen } = issuing;
    if (!chosen) return refuse({ kind: "template_missing" });
    const { template } = chosen;
    const issuer = (await listStaffNames(ports, tx, [actor.staffId])).get(actor.staffId) ?? "";
    const drawn = {
      ...{ template, agency, issuer, words: documentPaperTh, check: input.check },
      fields: withTyped(chosen.fields, input.typed),
      number: null,
      checkCode: null,
      validUntil: validUntilOf(template.validity, bangkokDay(ports.clock.now())),
      replaces: replaces?.number ?? null,
    };
    return ok(await drawPaper(ports, drawn));
  });
}
