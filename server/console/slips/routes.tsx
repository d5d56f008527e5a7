import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { newRequestKey, readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { readTurn } from "../../http/page/turn.ts";
import { parseMomentPlace } from "../../kernel/moment-place.ts";
import { makeSlips } from "../../visits/actions/make-slips.ts";
import { seeSlipBlocks, seeSlipSheet } from "../../visits/actions/see-slips.ts";
import { voidSlip } from "../../visits/actions/void-slip.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { slipFiles } from "./pdf-routes.ts";
import { SlipSheetPage } from "./sheet-page.tsx";
import { SlipsPage, type SlipsProps } from "./slips-page.tsx";

/** Spare paper slips (N17): blocks, the sheet to print, making one void. Entering stands in enter-routes. */
export const slipPages = new Hono<AppEnv>();

const nothingTyped = { count: "", voidCode: "", reason: "" };

slipPages.get("/slips", requireRight("manage_slips"), (c) => {
  const done = c.req.query("done");
  return listPage(c, { done: done === "entered" || done === "voided" ? done : null });
});

slipPages.post("/slips", requireRight("manage_slips"), async (c) => {
  const form = await readForm(c);
  const requestKey = readRequestKey(c.var.ports.random, form.text(requestKeyField));
  const countText = form.text("count");
  const made = await makeSlips(c.var.ports, staffOf(c), { countText, requestKey });
  if (made.ok) return c.redirect(`/console/slips/${made.value.blockId}/print`, 303);
  const sentence = sayRefusal(pageContext(c).words.slips.refusal, made.refusal);
  return listPage(c, {
    typed: { ...nothingTyped, count: countText },
    faults: [{ field: "count", sentence }],
  });
});

slipPages.post("/slips/void", requireRight("manage_slips"), async (c) => {
  const form = await readForm(c);
  const [voidCode, reason] = [form.text("voidCode"), form.text("reason")];
  const gone = await voidSlip(c.var.ports, staffOf(c), { codeText: voidCode, reason });
  if (gone.ok) return c.redirect("/console/slips?done=voided", 303);
  const sentence = sayRefusal(pageContext(c).words.slips.refusal, gone.refusal);
  const field = gone.refusal.kind === "slip_reason_missing" ? "reason" : "voidCode";
  return listPage(c, { typed: { ...nothingTyped, voidCode, reason }, faults: [{ field, sentence }] });
});

slipPages.get("/slips/:blockId/print", requireRight("manage_slips"), async (c) => {
  const seen = await seeSlipSheet(c.var.ports, staffOf(c), { blockId: c.req.param("blockId") });
  if (!seen.ok) return notFoundPage(c);
  return sendPage(
    c,
    <SlipSheetPage
      page={pageContext(c)}
      staff={sessionOf(c)}
      blockId={c.req.param("blockId")}
      sheet={seen.value}
    />,
  );
});

slipPages.route("/", slipFiles);

async function listPage(
  c: AppContext,
  shown: {
    readonly typed?: SlipsProps["typed"];
    readonly faults?: readonly SummaryItem[];
    readonly done?: SlipsProps["done"];
  },
): Promise<Response> {
  const faults = shown.faults ?? [];
  const turn = readTurn((name) => c.req.query(name), parseMomentPlace);
  return sendPage(
    c,
    <SlipsPage
      page={pageContext(c)}
      staff={sessionOf(c)}
      blocks={await seeSlipBlocks(c.var.ports, staffOf(c), turn)}
      isFirst={turn === null}
      requestKey={newRequestKey(c.var.ports.random)}
      typed={shown.typed ?? nothingTyped}
      faults={faults}
      done={shown.done ?? null}
    />,
    { status: faults.length > 0 ? 422 : 200 },
  );
}
