import { Hono } from "hono";
import { beginActivation } from "../../../credentials/actions/begin-activation.ts";
import { confirmPhone, rejectPhone } from "../../../credentials/actions/confirm-phone.ts";
import { seeActivation } from "../../../credentials/actions/see-activation.ts";
import { seeLineName } from "../../../credentials/actions/see-line-name.ts";
import type { AppContext, AppEnv } from "../../../http/env.ts";
import { readForm } from "../../../http/form.ts";
import { pageContext, sendPage } from "../../../http/send-page.ts";
import { enteredSeatOf, requireHalfSeat } from "../gates.ts";
import { isOnPhone } from "../on-phone.ts";
import { phoneUrl } from "../phone-url.ts";
import { ActivatePage, NoActivationPage, openState } from "./page.tsx";
import { activatePath } from "./path.ts";

const gate = { kind: "gate" } as const;

/** Step 5 of the registration (flows T2): a QR that a phone makes its key by, once the computer knows that phone. */
export const activatePages = new Hono<AppEnv>();

activatePages.use("/activate/*", requireHalfSeat);

activatePages.get("/activate", async (c) => {
  const session = enteredSeatOf(c);
  const found = await seeActivation(c.var.ports, gate, { session });
  const page = pageContext(c);
  if (!found.ok) {
    return sendPage(c, <NoActivationPage page={page} session={session} refusal={found.refusal} />, {
      status: 409,
    });
  }
  const seen = found.value;
  const isAsked = seen.kind === "open" && openState(seen) === "taken";
  const lineName = isAsked ? await seeLineName(c.var.ports, gate, { session }) : null;
  const urlOf = (token: string) => phoneUrl(c, `/token/activate/${token}`);
  const shown = { page, session, seen, lineName, phoneUrl: urlOf, isOnPhone: isOnPhone(c) };
  return sendPage(c, <ActivatePage {...shown} />);
});

activatePages.post("/activate", async (c) => {
  await beginActivation(c.var.ports, gate, { session: enteredSeatOf(c) });
  return c.redirect(activatePath, 303);
});

/** A page that is behind shows itself anew: the phone it meant is not the one that waits. */
activatePages.post("/activate/confirm", async (c) => {
  const mark = (await readForm(c)).text("mark");
  await confirmPhone(c.var.ports, gate, { session: enteredSeatOf(c), mark });
  return c.redirect(activatePath, 303);
});

activatePages.post("/activate/reject", async (c) => {
  const session = enteredSeatOf(c);
  await rejectPhone(c.var.ports, gate, { session });
  await beginActivation(c.var.ports, gate, { session });
  return c.redirect(activatePath, 303);
});

activatePages.get("/activate/state", async (c) => c.json({ state: await stateOf(c) }));

async function stateOf(c: AppContext): Promise<string> {
  const seen = await seeActivation(c.var.ports, gate, { session: enteredSeatOf(c) });
  if (!seen.ok) return "over";
  return seen.value.kind === "open" ? openState(seen.value) : seen.value.kind;
}
