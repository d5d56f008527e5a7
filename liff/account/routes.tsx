import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { notFoundPage } from "../../server/http/fault.tsx";
import { Card } from "../../server/http/page/card.tsx";
import { ButtonLink } from "../../server/http/page/button.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { webChannel } from "../../server/identity/account-door.ts";
import { endOneDevice } from "../../server/identity/actions/end-device.ts";
import { endOtherDevices } from "../../server/identity/actions/end-other-devices.ts";
import { seeAccount } from "../../server/identity/actions/see-account.ts";
import { seeDevices } from "../../server/identity/actions/see-devices.ts";
import { showCitizenId } from "../../server/identity/actions/show-citizen-id.ts";
import { isUuid } from "../../server/kernel/uuid.ts";
import { citizenOf, requireChecked, requireUnlocked, sessionOf } from "../gates.ts";
import { contactPages } from "./contact-routes.tsx";
import { consentPages } from "./consent-routes.tsx";
import { DevicesPage } from "./devices-page.tsx";
import { AccountPage, type AccountDone } from "./home-page.tsx";
import { lookPages } from "./look-routes.tsx";
import { passwordPages } from "./password-routes.tsx";
import { phonePages } from "./phone-routes.tsx";
import { picturePages } from "./picture-routes.tsx";
import { pinPages } from "./pin-routes.tsx";

/** "บัญชีของฉัน" (C6). */
export const accountPages = new Hono<AppEnv>();

accountPages.use("/account/*", requireUnlocked);
accountPages.use("/account/looks/*", requireChecked);

accountPages.get("/account", async (c) => {
  const account = await seeAccount(c.var.ports, citizenOf(c));
  const isWeb = sessionOf(c).channel === webChannel;
  return sendPage(c, <AccountPage page={pageContext(c)} account={account} done={doneOf(c)} isWeb={isWeb} />);
});

accountPages.get("/account/number", async (c) => {
  const shown = await showCitizenId(c.var.ports, citizenOf(c));
  if (!shown.ok) return c.redirect("/liff/account", 303);
  const page = pageContext(c);
  const words = page.words.account.number;
  return sendPage(
    c,
    <Layout page={page} title={words.title} back="/liff/account">
      <h1>{words.title}</h1>
      <Card>
        <p class="number figures">{shown.value}</p>
        <p class="lead">{words.lead}</p>
      </Card>
      <ButtonLink kind="primary" href="/liff/account">
        {words.hide}
      </ButtonLink>
    </Layout>,
  );
});

accountPages.get("/account/devices", async (c) => {
  const devices = await seeDevices(c.var.ports, citizenOf(c));
  const props = { page: pageContext(c), devices, here: sessionOf(c).id, done: doneOf(c) };
  return sendPage(c, <DevicesPage {...props} />);
});

accountPages.post("/account/devices/end-others", async (c) => {
  await endOtherDevices(c.var.ports, citizenOf(c), { keepSessionId: sessionOf(c).id });
  return c.redirect("/liff/account/devices?done=others_ended", 303);
});

accountPages.post("/account/devices/:session/end", async (c) => {
  const sessionId = c.req.param("session");
  if (!isUuid(sessionId)) return notFoundPage(c);
  const ended = await endOneDevice(c.var.ports, citizenOf(c), { sessionId });
  return ended.ok ? c.redirect("/liff/account/devices?done=device_ended", 303) : notFoundPage(c);
});

accountPages.route("/", consentPages);
accountPages.route("/", lookPages);
accountPages.route("/", pinPages);
accountPages.route("/", picturePages);
accountPages.route("/", phonePages);
accountPages.route("/", contactPages);
accountPages.route("/", passwordPages);

/** What was just done, when the address says something we know. */
function doneOf(c: AppContext): AccountDone | null {
  const known = Object.keys(pageContext(c).words.account.done) as AccountDone[];
  return known.find((each) => each === c.req.query("done")) ?? null;
}
