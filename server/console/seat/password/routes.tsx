import { Hono } from "hono";
import { changeHolderPassword } from "../../../credentials/actions/change-holder-password.ts";
import { seeSeatLink, setHolderPassword } from "../../../credentials/actions/set-holder-password.ts";
import type { ChangeHolderPasswordRefusal } from "../../../credentials/holder-password-refusal.ts";
import type { AppContext, AppEnv } from "../../../http/env.ts";
import { readForm } from "../../../http/form.ts";
import type { SummaryItem } from "../../../http/page/error-summary.tsx";
import { endThisSeatSession } from "../../../http/seat-session.ts";
import { pageContext, sendPage } from "../../../http/send-page.ts";
import { signInAllowed } from "../../../http/sign-in-limit.ts";
import { sayRefusal } from "../../../words/refusal-words.ts";
import { requireSeatForPassword, seatOf, seatSignInPath, whyPasswordFirst } from "../gates.ts";
import { DeadSeatLinkPage, SeatPasswordPage, SetSeatPasswordPage } from "./password-page.tsx";

/** One's own new password, and the link that sets one (flows T3). */
export const seatPasswordPages = new Hono<AppEnv>();

const gate = { kind: "gate" } as const;

seatPasswordPages.get("/password", requireSeatForPassword, (c) => show(c, []));

seatPasswordPages.post("/password", requireSeatForPassword, async (c) => {
  const form = await readForm(c);
  const typed = { old: form.text("old"), password: form.text("password"), again: form.text("again") };
  const changed = await changeHolderPassword(c.var.ports, seatOf(c), typed);
  if (!changed.ok) return show(c, said(c, changed.refusal));
  await endThisSeatSession(c);
  return c.redirect(`${seatSignInPath}?told=password_changed`, 303);
});

seatPasswordPages.get("/set-password/:token", (c) => showLink(c, c.req.param("token"), []));

seatPasswordPages.post("/set-password/:token", async (c) => {
  const token = c.req.param("token");
  const form = await readForm(c);
  const words = pageContext(c).words.credentials;
  if (!(await signInAllowed(c))) return showLink(c, token, [{ sentence: words.signIn.tooMany }]);
  const typed = { token, password: form.text("password"), again: form.text("again") };
  const set = await setHolderPassword(c.var.ports, gate, typed);
  if (set.ok) {
    await endThisSeatSession(c);
    return c.redirect(`${seatSignInPath}?told=password_set`, 303);
  }
  if (set.refusal.kind === "link_dead") return dead(c);
  return showLink(c, token, said(c, set.refusal));
});

/** The field each refusal is about; both new ones are typed anew, for we never fill a password in. */
function said(c: AppContext, refusal: ChangeHolderPasswordRefusal): readonly SummaryItem[] {
  const { passwords } = pageContext(c).words.credentials;
  const sentence = sayRefusal(passwords.refusal, refusal);
  switch (refusal.kind) {
    case "password_wrong":
    case "sign_in_wait":
      return [{ field: "old", sentence }];
    case "seat_missing":
      return [{ sentence }];
    case "password_again":
      return [{ field: "again", sentence }];
    case "password_empty":
    case "password_short":
    case "password_long":
    case "password_common":
    case "password_same":
      return [{ field: "password", sentence }];
  }
}

async function show(c: AppContext, faults: readonly SummaryItem[]): Promise<Response> {
  const seat = seatOf(c);
  const why = await whyPasswordFirst(c, seat);
  const status = faults.length > 0 ? 422 : 200;
  const page = <SeatPasswordPage page={pageContext(c)} seat={seat} why={why} faults={faults} />;
  return sendPage(c, page, { status });
}

async function showLink(c: AppContext, token: string, faults: readonly SummaryItem[]): Promise<Response> {
  const link = await seeSeatLink(c.var.ports, gate, token);
  if (!link.ok) return dead(c);
  const status = faults.length > 0 ? 422 : 200;
  const shown = { page: pageContext(c), token, userCode: link.value.userCode, faults };
  return sendPage(c, <SetSeatPasswordPage {...shown} />, { status });
}

function dead(c: AppContext): Promise<Response> {
  return sendPage(c, <DeadSeatLinkPage page={pageContext(c)} />, { status: 404 });
}
