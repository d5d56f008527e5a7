import { Hono } from "hono";
import { confirmEmailCode } from "../../../credentials/actions/confirm-email-code.ts";
import {
  changeRegistrationEmail,
  saveRegistrationData,
} from "../../../credentials/actions/save-registration-data.ts";
import { sendEmailCode } from "../../../credentials/actions/send-email-code.ts";
import { readRegistered } from "../../../credentials/registration-facts.ts";
import type { AppContext, AppEnv } from "../../../http/env.ts";
import { readForm, type FormFields } from "../../../http/form.ts";
import type { SummaryItem } from "../../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../../http/send-page.ts";
import { mayMailSeatCode } from "../../../http/sign-in-limit.ts";
import { sayRefusal } from "../../../words/refusal-words.ts";
import { enteredSeatOf, requireHalfSeat } from "../gates.ts";
import { DataPage } from "./data-page.tsx";
import { ownPageAt } from "./own.ts";
import { choicesFor, sayDataFaults, typedIn } from "./typed.ts";

/** Step 3: what is typed is kept by every button. */
export const registerDataPages = new Hono<AppEnv>();

const gate = { kind: "gate" } as const;
const open = ["proven", "refused"] as const;

registerDataPages.get("/register/data", requireHalfSeat, (c) => {
  if (c.req.query("wrong") !== "email_bound") return show(c, []);
  const { email_bound: say } = pageContext(c).words.credentials.registration.refusal.code;
  return show(c, [{ field: "email", sentence: say({ kind: "email_bound" }) }]);
});

registerDataPages.post("/register/data", requireHalfSeat, async (c) => {
  const form = await readForm(c);
  const { holdingId } = enteredSeatOf(c);
  const kept = await saveRegistrationData(c.var.ports, gate, { holdingId, typed: typedIn(form) });
  if (!kept.ok) return c.redirect("/seat", 303);
  const faults = await press(c, form, holdingId);
  if (faults.length > 0) return show(c, faults);
  return c.redirect(wayOn(form.text("step")), 303);
});

function wayOn(step: string): string {
  if (step === "back") return "/seat/register/identity";
  return step === "next" ? "/seat/register/review" : "/seat/register/data";
}

/** Does what the button says; answers what is wrong. */
async function press(c: AppContext, form: FormFields, holdingId: string): Promise<readonly SummaryItem[]> {
  const { ports } = c.var;
  const words = pageContext(c).words.credentials.registration;
  switch (form.text("step")) {
    case "code": {
      if (!(await mayMailSeatCode(c, holdingId))) return [{ field: "email", sentence: words.data.many }];
      const sent = await sendEmailCode(ports, gate, holdingId);
      return sent.ok ? [] : [{ field: "email", sentence: sayRefusal(words.refusal.code, sent.refusal) }];
    }
    case "confirm": {
      const confirmed = await confirmEmailCode(ports, gate, { holdingId, code: form.text("code") });
      if (confirmed.ok) return [];
      const field = confirmed.refusal.kind === "email_taken" ? "email" : "code";
      return [{ field, sentence: sayRefusal(words.refusal.code, confirmed.refusal) }];
    }
    case "change":
      await changeRegistrationEmail(ports, gate, holdingId);
      return [];
    case "next":
      return missing(c);
    default:
      return [];
  }
}

/** What the central office could not be sent. */
async function missing(c: AppContext): Promise<readonly SummaryItem[]> {
  const shown = await ownPageAt(c, open);
  if (shown instanceof Response) return [];
  const { own, page } = shown;
  const read = readRegistered(own.facts.typed, own.isEmailProven);
  return read.ok ? [] : sayDataFaults(page, read.refusal.faults);
}

async function show(c: AppContext, faults: readonly SummaryItem[]): Promise<Response> {
  const shown = await ownPageAt(c, open);
  if (shown instanceof Response) return shown;
  const choices = await choicesFor(c.var.ports.gazetteer, shown.own.facts.typed);
  const status = faults.length > 0 ? 422 : 200;
  return sendPage(c, <DataPage {...shown} choices={choices} faults={faults} />, { status });
}
