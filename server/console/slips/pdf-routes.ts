import { Hono } from "hono";
import type { AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { pageContext } from "../../http/send-page.ts";
import { seeSlipSheet } from "../../visits/actions/see-slips.ts";
import { nameIn } from "../../visits/names.ts";
import { slipSheet } from "../../visits/slip-sheet.ts";
import { requireRight, staffOf } from "../gates.ts";

/** The unused slips of a block as PDF, eight a page (N17). */
export const slipFiles = new Hono<AppEnv>();

slipFiles.get("/slips/:blockId/slips.pdf", requireRight("manage_slips"), async (c) => {
  const { ports } = c.var;
  const seen = await seeSlipSheet(ports, staffOf(c), { blockId: c.req.param("blockId") });
  if (!seen.ok) return notFoundPage(c);
  const { facility, slips } = seen.value;
  const blank = slips.filter(({ state }) => state === "blank");
  if (blank.length === 0) return notFoundPage(c);
  const { language, words } = pageContext(c);
  const name = nameIn(facility, language);
  const sheet = slipSheet(name, blank, words.documents.slips, language, ports.clock.now());
  return c.body(Uint8Array.from(await ports.pdf.make(sheet)), 200, {
    "content-type": "application/pdf",
    "content-disposition": `attachment; filename="slips-${facility.hcode}.pdf"`,
  });
});
