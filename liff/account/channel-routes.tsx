import { Hono } from "hono";
import type { AppEnv } from "../../server/http/env.ts";
import { readForm } from "../../server/http/form.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { chooseChannels, seeChannels } from "../../server/notices/actions/choose-channels.ts";
import { hasBouncingEmail } from "../../server/notices/actions/has-bouncing-email.ts";
import { citizenOf, requireUnlocked } from "../gates.ts";
import { ChannelsPage } from "./channels-page.tsx";

/** "การแจ้งเตือน": by which channels a citizen is told of what. */
export const channelPages = new Hono<AppEnv>();

channelPages.get("/account/channels", requireUnlocked, async (c) => {
  const citizen = citizenOf(c);
  const [choices, emailBounces] = await Promise.all([
    seeChannels(c.var.ports, citizen),
    hasBouncingEmail(c.var.ports, citizen),
  ]);
  const isSaved = c.req.query("done") === "1";
  return sendPage(c, <ChannelsPage page={pageContext(c)} {...{ choices, isSaved, emailBounces }} />);
});

channelPages.post("/account/channels", requireUnlocked, async (c) => {
  const form = await readForm(c);
  await chooseChannels(c.var.ports, citizenOf(c), (thing, medium) => form.all(thing).includes(medium));
  return c.redirect("/liff/account/channels?done=1", 303);
});
