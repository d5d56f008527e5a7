import { Hono } from "hono";
import type { AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { gonePage } from "../../http/gone.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { seeDeskFile } from "../../petitions/actions/see-desk-file.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { petitionPath } from "./address.ts";
import { notOpenedPage } from "./not-opened-page.tsx";
import { PrintPage } from "./print-page.tsx";
import { sendDeskFile } from "./send-desk-file.ts";
import { reached, sectionsOf } from "./show-petition.tsx";

/** Files of a petition, opened one by one, and the petition for paper. */
export const petitionFilePages = new Hono<AppEnv>();

petitionFilePages.get("/petitions/:petitionId/files/:fileId", requireRight("work_petitions"), async (c) => {
  const { petitionId, fileId } = c.req.param();
  const purpose = pageContext(c).words.desk.filePurpose;
  const opened = await seeDeskFile(c.var.ports, staffOf(c), { petitionId, fileId, purpose });
  if (opened.ok) return sendDeskFile(c, opened.value);
  const [back, { kind }] = [petitionPath(petitionId), opened.refusal];
  if (kind === "file_not_found") return notFoundPage(c);
  return kind === "file_destroyed" ? gonePage(c, back) : notOpenedPage(c, back, kind);
});

petitionFilePages.get("/petitions/:petitionId/print", requireRight("work_petitions"), async (c) => {
  const seen = await reached(c);
  if (seen === null) return notFoundPage(c);
  const page = pageContext(c);
  const sections = await sectionsOf(c, page, seen);
  const now = c.var.ports.clock.now();
  return sendPage(
    c,
    <PrintPage page={page} staff={sessionOf(c)} seen={seen} sections={sections} now={now} />,
  );
});
