import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { gonePage } from "../../http/gone.tsx";
import { readForm } from "../../http/form.ts";
import { readTurn } from "../../http/page/turn.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { parseMomentPlace } from "../../kernel/moment-place.ts";
import { isHeldForMorning } from "../../notices/router.ts";
import { revokeDocument } from "../../petitions/actions/revoke-document.ts";
import { readDocumentFile, seeDocument, seeDocuments } from "../../petitions/actions/see-documents.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { delayPages } from "./delay-routes.tsx";
import { DocumentPage } from "./document-page.tsx";
import { issuePages } from "./issue-routes.tsx";
import { DocumentsPage } from "./list-page.tsx";
import { RevokePage } from "./revoke-page.tsx";
import { sendPaper } from "./send-paper.ts";
import { uploadPages } from "./upload-routes.tsx";

/** Documents the agency issued: the list, each of them, its file, its end. Issuing stands in issue-routes. */
export const documentPages = new Hono<AppEnv>();

const mayIssue = requireRight("issue_documents");

documentPages.get("/documents", mayIssue, async (c) => {
  const turn = readTurn((name) => c.req.query(name), parseMomentPlace);
  const text = (c.req.query("q") ?? "").slice(0, 60);
  const documents = await seeDocuments(c.var.ports, staffOf(c), { text, turn });
  const common = { page: pageContext(c), staff: sessionOf(c), documents, text, isFirst: turn === null };
  return sendPage(c, <DocumentsPage {...common} />);
});

documentPages.route("/", delayPages);
documentPages.route("/", issuePages);
documentPages.route("/", uploadPages);

documentPages.get("/documents/:documentId", mayIssue, async (c) => {
  const seen = await seeDocument(c.var.ports, staffOf(c), { documentId: c.req.param("documentId") });
  if (!seen.ok) return notFoundPage(c);
  const done = c.req.query("done");
  const isNight = isHeldForMorning(c.var.ports.clock.now());
  const common = { page: pageContext(c), staff: sessionOf(c), ...seen.value, isNight };
  return sendPage(
    c,
    <DocumentPage {...common} done={done === "issued" || done === "revoked" ? done : null} />,
  );
});

documentPages.get("/documents/:documentId/file", mayIssue, async (c) => {
  const documentId = c.req.param("documentId");
  const file = await readDocumentFile(c.var.ports, staffOf(c), { documentId });
  if (file.ok) return sendPaper(c, file.value);
  const isGone = file.refusal.kind === "document_destroyed";
  return isGone ? gonePage(c, `/console/documents/${documentId}`) : notFoundPage(c);
});

documentPages.get("/documents/:documentId/revoke", mayIssue, (c) => askRevoke(c, "", null));

documentPages.post("/documents/:documentId/revoke", mayIssue, async (c) => {
  const documentId = c.req.param("documentId");
  const reason = (await readForm(c)).text("reason");
  const gone = await revokeDocument(c.var.ports, staffOf(c), { documentId, reason });
  if (gone.ok) return c.redirect(`/console/documents/${documentId}?done=revoked`, 303);
  switch (gone.refusal.kind) {
    case "document_missing":
      return notFoundPage(c);
    case "document_ended":
      return c.redirect(`/console/documents/${documentId}`, 303);
    case "conflict_declared":
      return askRevoke(
        c,
        reason,
        pageContext(c).words.desk.refusals.conflict_declared({ kind: "conflict_declared" }),
      );
    case "reason_short":
      return askRevoke(c, reason, pageContext(c).words.papers.issuing.reasonShort);
  }
});

async function askRevoke(c: AppContext, reason: string, fault: string | null): Promise<Response> {
  const seen = await seeDocument(c.var.ports, staffOf(c), { documentId: c.req.param("documentId") ?? "" });
  if (!seen.ok) return notFoundPage(c);
  const { document } = seen.value;
  const common = { page: pageContext(c), staff: sessionOf(c), document, reason, fault };
  return sendPage(c, <RevokePage {...common} />, { status: fault === null ? 200 : 422 });
}
