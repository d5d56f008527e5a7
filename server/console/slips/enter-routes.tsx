import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { readForm, type FormFields } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { parseCitizenId } from "../../kernel/citizen-id.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { enterSlip, type EnterSlipRefusal } from "../../visits/actions/enter-slip.ts";
import { seeOffers } from "../../visits/actions/see-offers.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { meetTyped } from "../counter/meet-typed.ts";
import { draftFaults, typedDraft } from "../counter/typed.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { EnterSlipPage } from "./enter-page.tsx";

/** Entering a slip that was used without network (N17). */
export const slipEnterPages = new Hono<AppEnv>();

const typedFields = ["code", "citizenId", "mobile", "firstName", "lastName", "day", "time", "services"];

slipEnterPages.get("/slips/enter", requireRight("manage_slips"), (c) =>
  enterPage(c, { day: bangkokDay(c.var.ports.clock.now()) }, []),
);

slipEnterPages.post("/slips/enter", requireRight("manage_slips"), async (c) => {
  const form = await readForm(c);
  const again = (faults: readonly SummaryItem[]) => enterPage(c, typedOf(form), faults);
  const { words } = pageContext(c);
  const citizenId = parseCitizenId(form.text("citizenId"));
  if (!citizenId.ok) {
    const sentence = sayRefusal(words.identity.refusal, citizenId.refusal);
    return again([{ field: "citizenId", sentence }]);
  }
  const names = await meetTyped(c, citizenId.value, form);
  if (names.length > 0) return again(names);
  const entered = await enterSlip(c.var.ports, staffOf(c), {
    codeText: form.text("code"),
    citizenId: citizenId.value,
    dayText: form.text("day"),
    typed: typedDraft(form),
  });
  return entered.ok ? c.redirect("/console/slips?done=entered", 303) : again(faultsOf(c, entered.refusal));
});

function faultsOf(c: AppContext, refusal: EnterSlipRefusal): readonly SummaryItem[] {
  const { words } = pageContext(c);
  switch (refusal.kind) {
    case "draft_incomplete":
      return draftFaults(refusal, words);
    case "person_unknown":
      return [{ field: "firstName", sentence: words.counter.refusal[refusal.kind]() }];
    case "codes_there_already":
      return [{ field: "services", sentence: words.counter.refusal[refusal.kind]() }];
    case "slip_one_service":
      return [{ field: "services", sentence: words.slips.refusal[refusal.kind]() }];
    case "slip_day_shape":
    case "slip_day_future":
    case "slip_day_old":
      return [{ field: "day", sentence: sayRefusal(words.slips.refusal, refusal) }];
    case "service_code_empty":
    case "service_code_prefix":
    case "service_code_length":
    case "service_code_not_digits":
    case "slip_missing":
    case "slip_entered":
    case "slip_void":
      return [{ field: "code", sentence: sayRefusal(words.slips.refusal, refusal) }];
  }
}

function typedOf(form: FormFields): Readonly<Record<string, string>> {
  return Object.fromEntries(typedFields.map((name) => [name, form.text(name)]));
}

async function enterPage(
  c: AppContext,
  typed: Readonly<Record<string, string>>,
  faults: readonly SummaryItem[],
): Promise<Response> {
  const today = bangkokDay(c.var.ports.clock.now());
  const offers = await seeOffers(c.var.ports, staffOf(c), { day: today });
  const common = { page: pageContext(c), staff: sessionOf(c), today, offers, typed, faults };
  return sendPage(c, <EnterSlipPage {...common} />, { status: faults.length > 0 ? 422 : 200 });
}
