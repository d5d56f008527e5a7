import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { newRequestKey, readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { formatMoment } from "../../kernel/thai-date.ts";
import { makeKey, revokeKey, rotateKey, type MadeKey } from "../../systems/actions/make-key.ts";
import { seeKey } from "../../systems/actions/see-systems.ts";
import { keyDays, keyState, opens } from "../../systems/api-key.ts";
import type { KeptKey } from "../../systems/kept-key.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { home } from "./addresses.ts";
import { NewKeyPage, RevokeKeyPage, RotateKeyPage, type TypedKey } from "./key-pages.tsx";
import { SecretPage } from "./secret-page.tsx";

/** Making, replacing and ending a key of a hospital's own system. A key's text is in one answer and in no address. */
export const keyPages = new Hono<AppEnv>();

const mayManage = requireRight("manage_api");
const nothingTyped: TypedKey = { name: "", scopes: [], days: String(keyDays[2]) };

keyPages.get("/systems/keys/new", mayManage, (c) => newKey(c, nothingTyped, []));

keyPages.post("/systems/keys", mayManage, async (c) => {
  const form = await readForm(c);
  const typed = { name: form.text("name"), scopes: form.all("scopes"), days: form.text("days") };
  const requestKey = readRequestKey(c.var.ports.random, form.text(requestKeyField));
  const made = await makeKey(c.var.ports, staffOf(c), { ...typed, requestKey });
  if (made.ok) return shown(c, made.value);
  const { refusal } = made;
  const sentence = sayRefusal(pageContext(c).words.systems.keys.refusal, refusal);
  const fields = { key_name_empty: "name", key_scopes_none: "scopes", key_days_unknown: "days" } as const;
  if (refusal.kind === "key_shown_before") return newKey(c, typed, [{ sentence }]);
  return newKey(c, typed, [{ field: fields[refusal.kind], sentence }]);
});

keyPages.get("/systems/keys/:keyId/rotate", mayManage, async (c) => {
  const key = await openKeyOf(c);
  return key ? rotating(c, key, []) : notFoundPage(c);
});

keyPages.post("/systems/keys/:keyId/rotate", mayManage, async (c) => {
  const form = await readForm(c);
  const requestKey = readRequestKey(c.var.ports.random, form.text(requestKeyField));
  const keyId = c.req.param("keyId");
  const made = await rotateKey(c.var.ports, staffOf(c), { keyId, hours: form.text("hours"), requestKey });
  if (made.ok) return shown(c, made.value);
  const key = await seeKey(c.var.ports, staffOf(c), { keyId });
  if (made.refusal.kind === "key_missing" || !key.ok) return notFoundPage(c);
  const sentence = sayRefusal(pageContext(c).words.systems.keys.refusal, made.refusal);
  return rotating(c, key.value, [{ sentence }]);
});

keyPages.get("/systems/keys/:keyId/revoke", mayManage, async (c) => {
  const key = await openKeyOf(c);
  if (!key) return notFoundPage(c);
  return sendPage(c, <RevokeKeyPage page={pageContext(c)} staff={sessionOf(c)} apiKey={key} />);
});

keyPages.post("/systems/keys/:keyId/revoke", mayManage, async (c) => {
  const gone = await revokeKey(c.var.ports, staffOf(c), { keyId: c.req.param("keyId") });
  return gone.ok ? c.redirect(`${home}?done=revoked`, 303) : notFoundPage(c);
});

/** The key of the address, while it still opens something. */
async function openKeyOf(c: AppContext): Promise<KeptKey | null> {
  const keyId = c.req.param("keyId") ?? "";
  const key = await seeKey(c.var.ports, staffOf(c), { keyId });
  return key.ok && opens(keyState(key.value, c.var.ports.clock.now())) ? key.value : null;
}

function newKey(c: AppContext, typed: TypedKey, faults: readonly SummaryItem[]) {
  const requestKey = newRequestKey(c.var.ports.random);
  const common = { page: pageContext(c), staff: sessionOf(c), requestKey, faults };
  return sendPage(c, <NewKeyPage {...common} typed={typed} />, { status: statusOf(faults) });
}

function rotating(c: AppContext, apiKey: KeptKey, faults: readonly SummaryItem[]) {
  const requestKey = newRequestKey(c.var.ports.random);
  const common = { page: pageContext(c), staff: sessionOf(c), requestKey, faults };
  return sendPage(c, <RotateKeyPage {...common} apiKey={apiKey} />, {
    status: statusOf(faults),
  });
}

function shown(c: AppContext, { name, text, expiresAt }: MadeKey) {
  const page = pageContext(c);
  const words = page.words.systems;
  return sendPage(
    c,
    <SecretPage
      page={page}
      staff={sessionOf(c)}
      title={words.keys.made}
      label={words.keys.shown}
      secret={text}
      facts={[
        [words.name, name],
        [words.keys.expires, formatMoment(expiresAt, page.language)],
      ]}
      next={home}
    />,
  );
}

function statusOf(faults: readonly SummaryItem[]) {
  return faults.length > 0 ? 422 : 200;
}
