import { Hono } from "hono";
import { wordingIn } from "../../forms/wording.ts";
import type { AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { Facts } from "../../http/page/card.tsx";
import { ConfirmPanel } from "../../http/page/confirm-panel.tsx";
import { newRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { requireRight, sessionOf } from "../gates.ts";
import { ConsoleLayout } from "../layout.tsx";
import { petitionPath } from "./address.ts";
import { dueText } from "./petition-facts.tsx";
import { reached } from "./show-petition.tsx";

/** Where the buttons of a card in an officer's LINE lead: the step once more, behind the console's second step. */
export const petitionConfirmPages = new Hono<AppEnv>();

const confirmed = ["received", "started"] as const;

petitionConfirmPages.get("/petitions/:petitionId/confirm", requireRight("work_petitions"), async (c) => {
  const seen = await reached(c);
  if (seen === null) return notFoundPage(c);
  const step = confirmed.find((each) => each === c.req.query("step"));
  const path = petitionPath(seen.id);
  // Somebody took the step meanwhile: the petition says how it stands.
  if (step === undefined || !seen.steps.includes(step)) return c.redirect(path, 303);
  const page = pageContext(c);
  const { desk, petitions } = page.words;
  return sendPage(
    c,
    <ConsoleLayout page={page} staff={sessionOf(c)} current="petitions" title={seen.number} back={path}>
      <ConfirmPanel
        title={desk.handed.confirmTitle[step]}
        action={`${path}/steps`}
        yes={desk.confirm[step]}
        no={desk.handed.no}
        noHref={path}
        kind="primary"
        hidden={{ step, version: String(seen.version), [requestKeyField]: newRequestKey(c.var.ports.random) }}
      >
        <Facts
          rows={[
            [petitions.number, seen.number],
            [petitions.service, wordingIn(seen.definition.name, page.language)],
            [petitions.status, petitions.statuses[seen.status]],
            [petitions.due, dueText(page, seen)],
          ]}
        />
        <p class="hint">{desk.handed.lead[step]}</p>
      </ConfirmPanel>
    </ConsoleLayout>,
  );
});
