import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm, type FormFields } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { newRequestKey, readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { toAsciiDigits } from "../../kernel/digits.ts";
import { parseBangkokDay, toChristianYear, type BangkokDay } from "../../kernel/thai-date.ts";
import { seeIssuing } from "../../petitions/actions/see-issuing.ts";
import { uploadDocument } from "../../petitions/actions/upload-document.ts";
import { attachmentRefusals } from "../../petitions/attachment.ts";
import { documentKinds } from "../../petitions/issued-document.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { paperCheckOf } from "./send-paper.ts";
import { emptyUpload, UploadPage, type UploadTyped } from "./upload-page.tsx";

/** Issuing a file that was made elsewhere. */
export const uploadPages = new Hono<AppEnv>();

const mayIssue = requireRight("issue_documents");

uploadPages.get("/documents/upload", mayIssue, (c) => {
  const text = (name: string) => c.req.query(name) ?? "";
  return show(c, { ...emptyUpload, petition: text("petition"), replaces: text("replaces") }, []);
});

uploadPages.post("/documents/upload", mayIssue, async (c) => {
  const form = await readForm(c);
  const typed = typedOf(form);
  const words = pageContext(c).words;
  const validUntil = dayOf(typed);
  if (validUntil === "wrong")
    return show(c, typed, [{ field: "untilDay", sentence: words.papers.issuing.dayShape }]);
  const file = form.file("file");
  const uploaded = await uploadDocument(c.var.ports, staffOf(c), {
    petitionId: typed.petition,
    replacesId: typed.replaces === "" ? null : typed.replaces,
    kind: documentKinds.find((kind) => kind === typed.kind) ?? "letter",
    title: typed.title,
    validUntil,
    bytes: file === null ? null : new Uint8Array(await file.arrayBuffer()),
    check: paperCheckOf(c),
    requestKey: readRequestKey(c.var.ports.random, form.text(requestKeyField)),
  });
  if (uploaded.ok) return c.redirect(`/console/documents/${uploaded.value.documentId}?done=issued`, 303);
  const { refusal } = uploaded;
  if (refusal.kind === "petition_missing" || refusal.kind === "document_missing") return notFoundPage(c);
  const bad = attachmentRefusals.find((kind) => kind === refusal.kind);
  if (bad) return show(c, typed, [{ field: "file", sentence: sayRefusal(words.papers.file, { kind: bad }) }]);
  const said = refusal as Exclude<typeof refusal, { kind: (typeof attachmentRefusals)[number] }>;
  const sentence = sayRefusal(words.papers.issuing.refusal, said);
  const field = { title_missing: "title", valid_until_past: "untilDay", file_missing: "file" }[
    said.kind as "file_missing"
  ];
  return show(c, typed, [{ sentence, ...(field ? { field } : {}) }]);
});

function typedOf(form: FormFields): UploadTyped {
  const names = ["petition", "replaces", "kind", "title", "untilDay", "untilMonth", "untilYear"] as const;
  return Object.fromEntries(names.map((name) => [name, form.text(name)])) as unknown as UploadTyped;
}

/** The last day as it was chosen; null: none was. */
function dayOf({ untilDay, untilMonth, untilYear }: UploadTyped): BangkokDay | null | "wrong" {
  const year = toAsciiDigits(untilYear).trim();
  if (untilDay === "" && untilMonth === "" && year === "") return null;
  if (!/^25\d{2}$/.test(year)) return "wrong";
  const text = `${toChristianYear(Number(year))}-${untilMonth.padStart(2, "0")}-${untilDay.padStart(2, "0")}`;
  const day = parseBangkokDay(text);
  return day.ok ? day.value : "wrong";
}

async function show(c: AppContext, typed: UploadTyped, faults: readonly SummaryItem[]): Promise<Response> {
  const replacesId = typed.replaces === "" ? null : typed.replaces;
  const asked = { petitionId: typed.petition, templateKey: null, replacesId };
  const seen = await seeIssuing(c.var.ports, staffOf(c), { asked, typed: {} });
  if (!seen.ok && (seen.refusal.kind === "petition_missing" || seen.refusal.kind === "document_missing")) {
    return notFoundPage(c);
  }
  const hindered = seen.ok
    ? []
    : [{ sentence: sayRefusal(pageContext(c).words.papers.issuing.refusal, seen.refusal as never) }];
  const all = [...faults, ...(faults.length === 0 ? hindered : [])];
  const common = { page: pageContext(c), staff: sessionOf(c), typed, faults: all };
  const requestKey = newRequestKey(c.var.ports.random);
  const issuing = seen.ok ? seen.value : null;
  return sendPage(c, <UploadPage {...common} issuing={issuing} requestKey={requestKey} />, {
    status: all.length > 0 ? 422 : 200,
  });
}
