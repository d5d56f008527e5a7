import { Hono } from "hono";
import { makeKey, type MakeKeyRefusal } from "../../server/credentials/actions/make-key.ts";
import { openActivation } from "../../server/credentials/actions/open-activation.ts";
import type { OpenActivationRefusal } from "../../server/credentials/new-key.ts";
import { takeActivation } from "../../server/credentials/actions/take-activation.ts";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { readForm } from "../../server/http/form.ts";
import type { SummaryItem } from "../../server/http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import { ActivatedPage, NewPinPage, NoActivationPage, TakePage, WaitPage } from "./activate-pages.tsx";
import { SaidPage, tokenPath } from "./parts.tsx";
import { deviceName, phoneOf } from "./phone.ts";

const gate = { kind: "gate" } as const;

/** A phone makes its key (flows T2, step 5): the QR, "Activate", known to the computer, a PIN twice, done. */
export const activateRoutes = new Hono<AppEnv>();

activateRoutes.get("/token/activate/:token", async (c) => {
  const opened = await open(c);
  if (!opened.ok) return none(c, opened.refusal);
  if (opened.value.state === "fresh") {
    return sendPage(c, <TakePage page={pageContext(c)} path={pathOf(c)} opened={opened.value} />);
  }
  const page = { waiting: "wait", mine: "pin", done: "done" }[opened.value.state];
  return c.redirect(`${pathOf(c)}/${page}`, 303);
});

activateRoutes.post("/token/activate/:token", async (c) => {
  const taken = await takeActivation(c.var.ports, gate, { token: tokenOf(c), phone: phoneOf(c) });
  return taken.ok ? c.redirect(`${pathOf(c)}/wait`, 303) : none(c, taken.refusal);
});

activateRoutes.get("/token/activate/:token/wait", async (c) => {
  const opened = await open(c);
  if (!opened.ok) return none(c, opened.refusal);
  if (opened.value.state !== "waiting") return c.redirect(pathOf(c), 303);
  return sendPage(c, <WaitPage page={pageContext(c)} path={pathOf(c)} opened={opened.value} />);
});

activateRoutes.get("/token/activate/:token/state", async (c) => {
  const opened = await open(c);
  return c.json({ state: opened.ok ? opened.value.state : "over" });
});

activateRoutes.get("/token/activate/:token/pin", (c) => pinPage(c, []));

activateRoutes.post("/token/activate/:token/pin", async (c) => {
  const opened = await open(c);
  if (!opened.ok) return none(c, opened.refusal);
  if (opened.value.state === "done") return c.redirect(`${pathOf(c)}/done`, 303);
  const form = await readForm(c);
  const made = await makeKey(c.var.ports, gate, {
    ...{ activationId: opened.value.id, phone: phoneOf(c), device: deviceName(c) },
    ...{ pinText: form.text("pin"), againText: form.text("again") },
    ...{ publicKey: form.text("publicKey"), signature: form.text("signature") },
  });
  return made.ok ? c.redirect(`${pathOf(c)}/done`, 303) : refused(c, made.refusal);
});

activateRoutes.get("/token/activate/:token/done", async (c) => {
  const opened = await open(c);
  if (!opened.ok) return none(c, opened.refusal);
  if (opened.value.state !== "done") return c.redirect(pathOf(c), 303);
  return sendPage(c, <ActivatedPage page={pageContext(c)} />);
});

async function pinPage(c: AppContext, refusals: readonly SummaryItem[]): Promise<Response> {
  const opened = await open(c);
  if (!opened.ok) return none(c, opened.refusal);
  if (opened.value.state !== "mine") return c.redirect(pathOf(c), 303);
  const shown = { page: pageContext(c), path: pathOf(c), opened: opened.value, refusals };
  return sendPage(c, <NewPinPage {...shown} />, { status: refusals.length > 0 ? 422 : 200 });
}

function refused(c: AppContext, refusal: MakeKeyRefusal): Response | Promise<Response> {
  const page = pageContext(c);
  const { credentials } = page.words;
  switch (refusal.kind) {
    case "activation_over":
    case "other_phone":
    case "not_their_line":
      return none(c, refusal);
    case "phone_unconfirmed":
      return c.redirect(`${pathOf(c)}/wait`, 303);
    case "not_approved":
    case "has_key":
    case "key_not_granted":
    case "key_grant_over":
    case "authority_none": {
      const said = sayRefusal(credentials.activate.refusal, refusal);
      const { title } = credentials.phone.activate;
      return sendPage(c, <SaidPage page={page} title={title} tone="refused" said={said} next="" />, {
        status: 409,
      });
    }
    case "pin_not_same":
      return pinPage(c, [{ field: "again", sentence: credentials.phone.refusal.pin_not_same() }]);
    case "key_wrong":
      return pinPage(c, [{ sentence: credentials.phone.refusal.key_wrong() }]);
    case "pin_empty":
    case "pin_length":
    case "pin_not_digits":
    case "pin_all_same":
    case "pin_run":
    case "pin_birth_date":
    case "pin_citizen_id":
    case "pin_phone":
    case "pin_common":
      return pinPage(c, [{ field: "pin", sentence: sayRefusal(credentials.pin, refusal) }]);
  }
}

function none(c: AppContext, refusal: OpenActivationRefusal): Promise<Response> {
  return sendPage(c, <NoActivationPage page={pageContext(c)} refusal={refusal} />, { status: 410 });
}

function open(c: AppContext) {
  return openActivation(c.var.ports, gate, { token: tokenOf(c), phone: phoneOf(c) });
}

function tokenOf(c: AppContext): string {
  return c.req.param("token") ?? "";
}

function pathOf(c: AppContext): string {
  return `${tokenPath}/activate/${encodeURIComponent(tokenOf(c))}`;
}
