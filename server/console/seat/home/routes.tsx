import { Hono } from "hono";
import { endOwnKey, type ProveHolderRefusal } from "../../../credentials/actions/end-own-key.ts";
import { seeSeatHome } from "../../../credentials/actions/see-seat-home.ts";
import { parseOwnEnd, type OwnEnd } from "../../../credentials/own-end.ts";
import type { AppContext, AppEnv } from "../../../http/env.ts";
import { readForm } from "../../../http/form.ts";
import { endThisSeatSession } from "../../../http/seat-session.ts";
import { pageContext, sendPage } from "../../../http/send-page.ts";
import { sayRefusal } from "../../../words/refusal-words.ts";
import { holderActorOf, requireSeat, seatOf } from "../gates.ts";
import { EndedPage, EndPage, EndSurePage } from "./end-page.tsx";
import { HomePage } from "./page.tsx";

const gate = { kind: "gate" } as const;

/** A holder's own page, and ending the Soft Token oneself (flows T5). */
export const seatHomePages = new Hono<AppEnv>();

seatHomePages.use("/home", requireSeat);
seatHomePages.use("/end/*", requireSeat);

seatHomePages.get("/home", async (c) => {
  const home = await seeSeatHome(c.var.ports, holderActorOf(c));
  return sendPage(c, <HomePage page={pageContext(c)} session={seatOf(c)} home={home} />);
});

seatHomePages.get("/end", (c) =>
  sendPage(c, <EndPage page={pageContext(c)} session={seatOf(c)} isMissing={false} />),
);

seatHomePages.post("/end", async (c) => {
  const reason = parseOwnEnd((await readForm(c)).text("reason"));
  const shown = { page: pageContext(c), session: seatOf(c) };
  if (reason === null) return sendPage(c, <EndPage {...shown} isMissing />, { status: 422 });
  return sendPage(c, <EndSurePage {...shown} reason={reason} />);
});

seatHomePages.post("/end/confirm", async (c) => {
  const form = await readForm(c);
  const reason = parseOwnEnd(form.text("reason"));
  const session = seatOf(c);
  if (reason === null) return c.redirect("/seat/end", 303);
  const password = form.text("password");
  const ended = await endOwnKey(c.var.ports, gate, { session, reason, password });
  if (!ended.ok && ended.refusal.kind !== "no_key") return askedAgain(c, reason, ended.refusal);
  await endThisSeatSession(c);
  return sendPage(c, <EndedPage page={pageContext(c)} userCode={session.userCode} reason={reason} />);
});

/** The password was not right: nothing has ended, and the reason stays. */
function askedAgain(c: AppContext, reason: OwnEnd, refusal: ProveHolderRefusal): Promise<Response> {
  const page = pageContext(c);
  const sentence = sayRefusal(page.words.credentials.passwords.refusal, refusal);
  const shown = { page, session: seatOf(c), reason, faults: [{ field: "password", sentence }] };
  return sendPage(c, <EndSurePage {...shown} />, { status: 422 });
}
