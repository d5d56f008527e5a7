import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { notFoundPage } from "../../server/http/fault.tsx";
import { readJson } from "../../server/http/json.ts";
import { sayUploadRefusal, type UploadRefusal } from "../../server/http/form-page/say-upload-refusal.ts";
import { pageContext } from "../../server/http/send-page.ts";
import { isRecord } from "../../server/forms/answer.ts";
import { formatMoment, formatTime } from "../../server/kernel/thai-date.ts";
import { beginUpload } from "../../server/petitions/actions/begin-upload.ts";
import { dropFile } from "../../server/petitions/actions/drop-file.ts";
import { finishUpload } from "../../server/petitions/actions/finish-upload.ts";
import { saveDraft } from "../../server/petitions/actions/save-draft.ts";
import { fileUnavailablePage } from "./unavailable-page.tsx";
import { seeFile } from "../../server/petitions/actions/see-file.ts";
import { seeUpload, takePiece } from "../../server/petitions/actions/take-piece.ts";
import { citizenOf } from "../gates.ts";

/** What the form's script asks for: saving what is typed, and files in pieces. Mounted behind the draft pages' gates. */
export const uploadRoutes = new Hono<AppEnv>();

/** How a draft that was not saved is answered, but for one that is not there. */
const unsaved: Readonly<Record<string, 413 | 429>> = { draft_large: 413, saves_many: 429 };

uploadRoutes.post("/drafts/:draft/save", async (c) => {
  const fields = await readJson(c);
  const answers = fields.value("answers");
  if (!isRecord(answers)) return c.json({ kind: "answers_shape" }, 400);
  const input = { draftId: c.req.param("draft"), seen: Number(fields.value("seen")), answers };
  const saved = await saveDraft(c.var.ports, citizenOf(c), input);
  const { language } = pageContext(c);
  if (saved.ok) {
    const { version, savedAt } = saved.value;
    return c.json({ version, at: formatTime(savedAt, language) });
  }
  const { refusal } = saved;
  if (refusal.kind === "draft_changed") {
    const at = formatMoment(refusal.savedAt, language);
    return c.json({ kind: refusal.kind, version: refusal.version, at }, 409);
  }
  return c.json({ kind: refusal.kind }, unsaved[refusal.kind] ?? 404);
});

uploadRoutes.post("/drafts/:draft/uploads", async (c) => {
  const fields = await readJson(c);
  const begun = await beginUpload(c.var.ports, citizenOf(c), {
    draftId: c.req.param("draft"),
    path: fields.text("path"),
    name: fields.text("name"),
    size: Number(fields.value("size")),
  });
  return begun.ok ? c.json(begun.value) : refusedUpload(c, begun.refusal);
});

uploadRoutes.get("/drafts/:draft/uploads/:upload", async (c) => {
  const seen = await seeUpload(c.var.ports, citizenOf(c), namedIn(c));
  return seen.ok ? c.json({ received: seen.value.received }) : refusedUpload(c, seen.refusal);
});

uploadRoutes.put("/drafts/:draft/uploads/:upload/:offset{\\d+}", async (c) => {
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  const offset = Number(c.req.param("offset"));
  const taken = await takePiece(c.var.ports, citizenOf(c), { ...namedIn(c), offset, bytes });
  if (taken.ok) return c.json(taken.value);
  if (taken.refusal.kind === "piece_elsewhere") return c.json(taken.refusal, 409);
  return refusedUpload(c, taken.refusal);
});

uploadRoutes.post("/drafts/:draft/uploads/:upload/done", async (c) => {
  const path = (await readJson(c)).text("path");
  const kept = await finishUpload(c.var.ports, citizenOf(c), { ...namedIn(c), path });
  return kept.ok ? c.json(kept.value) : refusedUpload(c, kept.refusal);
});

uploadRoutes.post("/drafts/:draft/drop", async (c) => {
  const fields = await readJson(c);
  const input = { draftId: c.req.param("draft"), fileId: fields.text("fileId"), path: fields.text("path") };
  const dropped = await dropFile(c.var.ports, citizenOf(c), input);
  return dropped.ok ? c.json(dropped.value) : c.json({ kind: dropped.refusal.kind }, 404);
});

uploadRoutes.get("/drafts/:draft/files/:file", async (c) => {
  const { draft: draftId, file: fileId } = c.req.param();
  const seen = await seeFile(c.var.ports, citizenOf(c), { draftId, fileId });
  if (!seen.ok && seen.refusal.kind === "file_unavailable") return fileUnavailablePage(c);
  if (!seen.ok) return notFoundPage(c);
  const { bytes, name, mediaType } = seen.value;
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    "content-type": mediaType,
    "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
    // Nothing in it runs, and nothing in it is fetched, whatever was overlooked.
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "no-store",
  });
});

function namedIn(c: AppContext): { readonly draftId: string; readonly uploadId: string } {
  return { draftId: c.req.param("draft") ?? "", uploadId: c.req.param("upload") ?? "" };
}

const gone: readonly UploadRefusal["kind"][] = ["draft_missing", "draft_sent", "upload_missing"];

/** Why it was not taken, as a sentence for the page. 503: trying again may help. */
function refusedUpload(c: AppContext, refusal: UploadRefusal) {
  const status = gone.includes(refusal.kind) ? 404 : refusal.kind === "file_not_kept" ? 503 : 422;
  return c.json({ kind: refusal.kind, sentence: sayUploadRefusal(pageContext(c), refusal) }, status);
}
