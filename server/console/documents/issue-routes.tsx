import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm, type FormFields } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { newRequestKey, readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { issueFromTemplate } from "../../petitions/actions/issue-document.ts";
import { previewDocument, seeIssuing } from "../../petitions/actions/see-issuing.ts";
import { missingFields, type IssueRefusal } from "../../petitions/issuing.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { fieldName, IssuePage } from "./issue-page.tsx";
import { ReviewPage } from "./review-page.tsx";
import { paperCheckOf, sendPaper } from "./send-paper.ts";

/** Issuing from a template: choose, fill, look at it, issue (E5.4). The same form goes to each step. */
export const issuePages = new Hono<AppEnv>();

const mayIssue = requireRight("issue_documents");

issuePages.get("/documents/new", mayIssue, (c) => {
  const text = (name: string) => c.req.query(name) ?? "";
  return show(
    c,
    { petition: text("petition"), template: text("template"), replaces: text("replaces") },
    {},
    [],
  );
});

issuePages.post("/documents/new", mayIssue, async (c) => {
  const form = await readForm(c);
  const [asked, typed] = [askedOf(form), typedOf(form)];
  if (form.text("step") === "edit") return show(c, asked, typed, []);
  const seen = await seeIssuing(c.var.ports, staffOf(c), { asked: issueOf(asked), typed });
  if (!seen.ok) return refused(c, asked, typed, seen.refusal);
  const missing = missingFields(seen.value.chosen?.fields ?? []);
  if (!seen.value.chosen || missing.length > 0) return show(c, asked, typed, faultsOf(c, missing));
  const requestKey = newRequestKey(c.var.ports.random);
  const common = { page: pageContext(c), staff: sessionOf(c), issuing: seen.value, requestKey };
  return sendPage(c, <ReviewPage {...common} />);
});

issuePages.post("/documents/preview", mayIssue, async (c) => {
  const form = await readForm(c);
  const input = { asked: issueOf(askedOf(form)), typed: typedOf(form), check: paperCheckOf(c) };
  const made = await previewDocument(c.var.ports, staffOf(c), input);
  if (!made.ok) return notFoundPage(c);
  return sendPaper(c, { bytes: made.value, mediaType: "application/pdf", number: "preview" });
});

issuePages.post("/documents", mayIssue, async (c) => {
  const form = await readForm(c);
  const [asked, typed] = [askedOf(form), typedOf(form)];
  const requestKey = readRequestKey(c.var.ports.random, form.text(requestKeyField));
  const input = { asked: issueOf(asked), typed, check: paperCheckOf(c), requestKey };
  const issued = await issueFromTemplate(c.var.ports, staffOf(c), input);
  if (!issued.ok) return refused(c, asked, typed, issued.refusal);
  return c.redirect(`/console/documents/${issued.value.documentId}?done=issued`, 303);
});

type Asked = Readonly<Record<"petition" | "template" | "replaces", string>>;
type Typed = Readonly<Record<string, string>>;

function askedOf(form: FormFields): Asked {
  return {
    petition: form.text("petition"),
    template: form.text("template"),
    replaces: form.text("replaces"),
  };
}

function issueOf({ petition, template, replaces }: Asked) {
  const given = (text: string) => (text === "" ? null : text);
  return { petitionId: petition, templateKey: given(template), replacesId: given(replaces) };
}

/** What was typed over the fields: their names begin with f_. */
function typedOf(form: FormFields): Typed {
  const names = form.all("field").slice(0, 200);
  return Object.fromEntries(names.map((key) => [key, form.text(fieldName(key))]));
}

function refused(c: AppContext, asked: Asked, typed: Typed, refusal: IssueRefusal): Promise<Response> {
  if (refusal.kind === "petition_missing" || refusal.kind === "document_missing") return notFoundPage(c);
  if (refusal.kind === "fields_missing") return show(c, asked, typed, faultsOf(c, refusal.keys));
  const sentence = sayRefusal(pageContext(c).words.papers.issuing.refusal, refusal);
  return show(c, { ...asked, template: "" }, typed, [{ sentence }]);
}

function faultsOf(c: AppContext, keys: readonly string[]): readonly SummaryItem[] {
  const sentence = pageContext(c).words.papers.issuing.fieldMissing;
  return keys.map((key) => ({ field: fieldName(key), sentence }));
}

async function show(
  c: AppContext,
  asked: Asked,
  typed: Typed,
  faults: readonly SummaryItem[],
): Promise<Response> {
  const seen = await seeIssuing(c.var.ports, staffOf(c), { asked: issueOf(asked), typed });
  if (!seen.ok) return cannot(c, asked.petition, seen.refusal);
  const common = { page: pageContext(c), staff: sessionOf(c), issuing: seen.value, faults };
  return sendPage(c, <IssuePage {...common} petitionId={asked.petition} />, {
    status: faults.length > 0 ? 422 : 200,
  });
}

/** A petition for which nothing can be issued says so, and leads back to it. */
async function cannot(c: AppContext, petitionId: string, refusal: IssueRefusal): Promise<Response> {
  if (refusal.kind === "petition_missing" || refusal.kind === "document_missing") return notFoundPage(c);
  if (refusal.kind === "template_missing") return notFoundPage(c);
  const sentence = sayRefusal(pageContext(c).words.papers.issuing.refusal, refusal);
  const common = { page: pageContext(c), staff: sessionOf(c), issuing: null, faults: [{ sentence }] };
  return sendPage(c, <IssuePage {...common} petitionId={petitionId} />, { status: 422 });
}
