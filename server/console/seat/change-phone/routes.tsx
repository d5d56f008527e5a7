import { Hono } from "hono";
import { beginPhoneChange } from "../../../credentials/actions/begin-phone-change.ts";
import { changePhone } from "../../../credentials/actions/change-phone.ts";
import { seeAsked } from "../../../credentials/actions/see-asked.ts";
import type { AppEnv } from "../../../http/env.ts";
import { startHalfSeatSession } from "../../../http/seat-session.ts";
import { pageContext, sendPage } from "../../../http/send-page.ts";
import { sayRefusal } from "../../../words/refusal-words.ts";
import { ChallengePage, NotAskedPage } from "../challenge/page.tsx";
import { requireSeat, seatOf } from "../gates.ts";
import { phoneUrl } from "../phone-url.ts";
import { ChangePhonePage } from "./page.tsx";

const gate = { kind: "gate" } as const;
const path = "/seat/change-phone";
const purpose = "end_device";

/** "เปลี่ยนมือถือ" (flows T5): the old phone signs that it ends; the new one is activated at once, without a request. */
export const changePhonePages = new Hono<AppEnv>();

changePhonePages.use("/change-phone/*", requireSeat);

changePhonePages.get("/change-phone", async (c) => {
  const session = seatOf(c);
  const page = pageContext(c);
  const asked = await seeAsked(c.var.ports, gate, { session, purpose });
  if (!asked || (asked.state !== "waiting" && asked.state !== "signed" && !c.req.query("asked"))) {
    return sendPage(c, <ChangePhonePage page={page} session={session} />);
  }
  const { title } = page.words.credentials.home.change;
  const shown = { page, session, asked, path, title, purpose, query: "?asked=1" } as const;
  return sendPage(c, <ChallengePage {...shown} phoneUrl={phoneUrl(c, `/token/sign/${asked.id}`)} />);
});

changePhonePages.post("/change-phone", async (c) => {
  const session = seatOf(c);
  const begun = await beginPhoneChange(c.var.ports, gate, { session });
  if (begun.ok) return c.redirect(`${path}?asked=1`, 303);
  const page = pageContext(c);
  const { challenge, home } = page.words.credentials;
  const sentence = sayRefusal(challenge.refusal, begun.refusal);
  const shown = { page, session, title: home.change.title, sentence };
  return sendPage(c, <NotAskedPage {...shown} />, { status: 409 });
});

changePhonePages.get("/change-phone/state", async (c) => {
  const asked = await seeAsked(c.var.ports, gate, { session: seatOf(c), purpose });
  return c.json({ state: asked?.state ?? "over" });
});

changePhonePages.post("/change-phone/enter", async (c) => {
  const session = seatOf(c);
  const changed = await changePhone(c.var.ports, gate, { session });
  if (!changed.ok) return c.redirect(`${path}?asked=1`, 303);
  await startHalfSeatSession(c, session);
  return c.redirect("/seat/activate", 303);
});
