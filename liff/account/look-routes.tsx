import { Hono } from "hono";
import { reportLook } from "../../server/audit/actions/report-look.ts";
import { seeLooks } from "../../server/audit/actions/see-looks.ts";
import type { AppEnv } from "../../server/http/env.ts";
import { notFoundPage } from "../../server/http/fault.tsx";
import { readForm } from "../../server/http/form.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { readTurn } from "../../server/http/page/turn.ts";
import { parseMomentPlace } from "../../server/kernel/moment-place.ts";
import { isUuid } from "../../server/kernel/uuid.ts";
import { citizenOf } from "../gates.ts";
import { LooksPage, WrongPage } from "./looks-page.tsx";

/** Who looked at the citizen's data, and saying that a look was not right (N8). */
export const lookPages = new Hono<AppEnv>();

lookPages.get("/account/looks", async (c) => {
  const turn = readTurn((name) => c.req.query(name), parseMomentPlace);
  const seen = await seeLooks(c.var.ports, citizenOf(c), {
    turn,
  });
  if (!seen.ok) return c.redirect("/liff/account", 303);
  const sent = c.req.query("sent") === "1";
  return sendPage(
    c,
    <LooksPage page={pageContext(c)} seen={seen.value} sent={sent} isFirst={turn === null} />,
  );
});

lookPages.get("/account/looks/:lookId/wrong", (c) => {
  const lookId = c.req.param("lookId");
  if (!isUuid(lookId)) return notFoundPage(c);
  return sendPage(c, <WrongPage page={pageContext(c)} lookId={lookId} text="" faults={[]} />);
});

lookPages.post("/account/looks/:lookId/wrong", async (c) => {
  const lookId = c.req.param("lookId");
  const text = (await readForm(c)).text("text");
  const reported = await reportLook(c.var.ports, citizenOf(c), { lookId, text });
  if (reported.ok) return c.redirect("/liff/account/looks?sent=1", 303);
  if (reported.refusal.kind !== "look_words_missing") return notFoundPage(c);
  const sentence = pageContext(c).words.looks.report.look_words_missing;
  const faults = [{ field: "text", sentence }];
  return sendPage(c, <WrongPage page={pageContext(c)} lookId={lookId} text={text} faults={faults} />, {
    status: 422,
  });
});
