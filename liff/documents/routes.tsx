import { Hono } from "hono";
import { encode } from "uqr";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { notFoundPage } from "../../server/http/fault.tsx";
import { gonePage } from "../../server/http/gone.tsx";
import { readTurn } from "../../server/http/page/turn.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { parseMomentPlace } from "../../server/kernel/moment-place.ts";
import {
  readOwnFile,
  seeOwnDocument,
  seeOwnDocuments,
  seeShown,
} from "../../server/petitions/actions/see-own-documents.ts";
import { citizenOf, requireUnlocked } from "../gates.ts";
import { DocumentPage } from "./document-page.tsx";
import { FolderPage } from "./folder-page.tsx";
import { ShowPage } from "./show-page.tsx";

/** The citizen's folder of documents, each of them, and the page that is held out to an inspector (E5.4). */
export const documentPages = new Hono<AppEnv>();

documentPages.get("/documents", requireUnlocked, async (c) => {
  const turn = readTurn((name) => c.req.query(name), parseMomentPlace);
  const documents = await seeOwnDocuments(c.var.ports, citizenOf(c), { turn });
  return sendPage(c, <FolderPage page={pageContext(c)} documents={documents} isFirst={turn === null} />);
});

documentPages.get("/documents/show", requireUnlocked, async (c) => {
  const documentId = c.req.query("only") ?? null;
  const licences = await seeShown(c.var.ports, citizenOf(c), { documentId });
  const base = new URL("/check", c.var.site.publicUrl).href;
  const common = { page: pageContext(c), licences, base, now: c.var.ports.clock.now() };
  return sendPage(c, <ShowPage {...common} drawQr={drawQr} />);
});

documentPages.get("/documents/:documentId", requireUnlocked, async (c) => {
  const documentId = c.req.param("documentId");
  const document = await seeOwnDocument(c.var.ports, citizenOf(c), { documentId });
  if (!document.ok) return notFoundPage(c);
  return sendPage(c, <DocumentPage page={pageContext(c)} document={document.value} />);
});

documentPages.get("/documents/:documentId/file", requireUnlocked, async (c) => {
  const documentId = c.req.param("documentId");
  const file = await readOwnFile(c.var.ports, citizenOf(c), { documentId });
  if (file.ok) return sendPaper(c, file.value);
  const isGone = file.refusal.kind === "document_destroyed";
  return isGone ? gonePage(c, `/liff/documents/${documentId}`) : notFoundPage(c);
});

function drawQr(text: string) {
  return encode(text, { ecc: "M", border: 0 }).data;
}

const endings: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
};

/** A document's own bytes: looked at in the browser, or kept where `?download` is asked for. */
function sendPaper(
  c: AppContext,
  {
    bytes,
    mediaType,
    number,
  }: { readonly bytes: Uint8Array; readonly mediaType: string; readonly number: string },
): Response {
  const name = `${number.replace(/[ /]+/g, "-")}.${endings[mediaType] ?? "bin"}`;
  const how = c.req.query("download") === undefined ? "inline" : "attachment";
  return c.body(Uint8Array.from(bytes), 200, {
    "content-type": mediaType,
    "content-disposition": `${how}; filename*=UTF-8''${encodeURIComponent(name)}`,
    // What was uploaded draws and runs nothing of itself.
    "content-security-policy": "default-src 'none'; sandbox",
  });
}
