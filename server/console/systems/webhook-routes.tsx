import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { newRequestKey, readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { chooseEvents } from "../../systems/actions/choose-events.ts";
import {
  endWebhook,
  makeWebhook,
  rotateWebhookSecret,
  type MadeSecret,
} from "../../systems/actions/make-webhook.ts";
import { seeWebhook, type SeenWebhook } from "../../systems/actions/see-systems.ts";
import { webhookEvents } from "../../systems/webhook.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { endpointAddress, home } from "./addresses.ts";
import { SecretPage } from "./secret-page.tsx";
import {
  ChooseEventsPage,
  EndWebhookPage,
  NewWebhookPage,
  RotateSecretPage,
  type TypedWebhook,
} from "./webhook-pages.tsx";

/** Adding an endpoint, replacing its secret, ending it. A secret is in one answer and in no address. */
export const webhookPages = new Hono<AppEnv>();

const mayManage = requireRight("manage_api");

webhookPages.get("/systems/webhooks/new", mayManage, (c) =>
  newWebhook(c, { url: "", events: webhookEvents }, []),
);

webhookPages.post("/systems/webhooks", mayManage, async (c) => {
  const form = await readForm(c);
  const typed = { url: form.text("url"), events: form.all("events") };
  const requestKey = readRequestKey(c.var.ports.random, form.text(requestKeyField));
  const { demo } = c.var.site;
  const made = await makeWebhook(c.var.ports, staffOf(c), { ...typed, requestKey, demo });
  const words = pageContext(c).words.systems.hooks;
  if (made.ok) return shown(c, words.made, typed.url, made.value);
  const { kind } = made.refusal;
  const sentence = sayRefusal(words.refusal, made.refusal);
  if (kind === "webhook_limit" || kind === "secret_shown_before") return newWebhook(c, typed, [{ sentence }]);
  return newWebhook(c, typed, [{ field: kind === "webhook_events_none" ? "events" : "url", sentence }]);
});

webhookPages.get("/systems/webhooks/:endpointId/events", mayManage, (c) => chooseFrom(c, []));

webhookPages.post("/systems/webhooks/:endpointId/events", mayManage, async (c) => {
  const endpointId = c.req.param("endpointId");
  const events = (await readForm(c)).all("events");
  const chosen = await chooseEvents(c.var.ports, staffOf(c), { endpointId, events });
  if (chosen.ok) return c.redirect(`${endpointAddress(endpointId)}?chosen=1`, 303);
  const { refusal } = chosen;
  if (refusal.kind === "webhook_missing") return notFoundPage(c);
  const sentence = sayRefusal(pageContext(c).words.systems.hooks.refusal, refusal);
  return chooseFrom(c, [{ field: "events", sentence }]);
});

webhookPages.get("/systems/webhooks/:endpointId/rotate", mayManage, async (c) => {
  const seen = await endpointOf(c);
  if (!seen) return notFoundPage(c);
  const common = { page: pageContext(c), staff: sessionOf(c), endpoint: seen.endpoint };
  return sendPage(c, <RotateSecretPage {...common} />);
});

webhookPages.post("/systems/webhooks/:endpointId/rotate", mayManage, async (c) => {
  const endpointId = c.req.param("endpointId");
  const seen = await endpointOf(c);
  const hours = (await readForm(c)).text("hours");
  const made = await rotateWebhookSecret(c.var.ports, staffOf(c), { endpointId, hours });
  if (!made.ok || !seen) return notFoundPage(c);
  return shown(c, pageContext(c).words.systems.hooks.rotated, seen.endpoint.url, made.value);
});

webhookPages.get("/systems/webhooks/:endpointId/end", mayManage, async (c) => {
  const seen = await endpointOf(c);
  if (!seen) return notFoundPage(c);
  return sendPage(c, <EndWebhookPage page={pageContext(c)} staff={sessionOf(c)} endpoint={seen.endpoint} />);
});

webhookPages.post("/systems/webhooks/:endpointId/end", mayManage, async (c) => {
  const ended = await endWebhook(c.var.ports, staffOf(c), { endpointId: c.req.param("endpointId") });
  return ended.ok ? c.redirect(`${home}?done=ended`, 303) : notFoundPage(c);
});

async function chooseFrom(c: AppContext, faults: readonly SummaryItem[]) {
  const seen = await endpointOf(c);
  if (!seen) return notFoundPage(c);
  const common = { page: pageContext(c), staff: sessionOf(c), endpoint: seen.endpoint };
  return sendPage(c, <ChooseEventsPage {...common} faults={faults} />, {
    status: faults.length > 0 ? 422 : 200,
  });
}

async function endpointOf(c: AppContext): Promise<SeenWebhook | null> {
  const endpointId = c.req.param("endpointId") ?? "";
  const seen = await seeWebhook(c.var.ports, staffOf(c), { endpointId, turn: null });
  return seen.ok ? seen.value : null;
}

function newWebhook(c: AppContext, typed: TypedWebhook, faults: readonly SummaryItem[]) {
  const requestKey = newRequestKey(c.var.ports.random);
  const common = { page: pageContext(c), staff: sessionOf(c), requestKey, faults };
  return sendPage(c, <NewWebhookPage {...common} typed={typed} />, {
    status: faults.length > 0 ? 422 : 200,
  });
}

function shown(c: AppContext, title: string, url: string, { endpointId, secret }: MadeSecret) {
  const page = pageContext(c);
  const words = page.words.systems.hooks;
  return sendPage(
    c,
    <SecretPage
      page={page}
      staff={sessionOf(c)}
      title={title}
      label={words.secret}
      secret={secret}
      facts={[[words.url, <span class="address">{url}</span>]]}
      next={endpointAddress(endpointId)}
    />,
  );
}
