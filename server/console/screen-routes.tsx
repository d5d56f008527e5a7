import { Hono } from "hono";
import type { AppContext, AppEnv } from "../http/env.ts";
import { notFoundPage } from "../http/fault.tsx";
import { pageContext, sendPage } from "../http/send-page.ts";
import { formatTime } from "../kernel/thai-date.ts";
import { seeScreen, type Screen } from "../visits/actions/see-screen.ts";
import { qrText } from "../visits/qr-text.ts";
import type { ScreenState } from "../visits/screen-state.ts";
import { formatServiceCode } from "../visits/service-code.ts";
import { formatShortCode } from "../visits/short-code.ts";
import { requireRight, requireRightOfScript, staffOf } from "./gates.ts";
import { ScreenPage } from "./screen-page.tsx";

/** The screen QR of a service, full screen, and what it asks for every few seconds (N1). */
export const screenPages = new Hono<AppEnv>();

screenPages.get("/screen/:qrId", requireRight("show_qr"), async (c) => {
  const seen = await seeScreen(c.var.ports, staffOf(c), { qrId: c.req.param("qrId") });
  if (!seen.ok) return notFoundPage(c);
  const page = pageContext(c);
  return sendPage(c, <ScreenPage page={page} screen={seen.value} state={stateOf(c, seen.value)} />);
});

screenPages.get("/screen/:qrId/state", requireRightOfScript("show_qr"), async (c) => {
  const seen = await seeScreen(c.var.ports, staffOf(c), { qrId: c.req.param("qrId") });
  return seen.ok ? c.json(stateOf(c, seen.value)) : c.json({ kind: "not_found" }, 404);
});

function stateOf(c: AppContext, screen: Screen): ScreenState {
  const { language, words } = pageContext(c);
  const { host } = c.var.site.publicUrl;
  return {
    now: screen.now.getTime(),
    count: screen.count,
    steps: screen.steps.map(({ startsAt, token, shortCode }) => ({
      at: startsAt.getTime(),
      text: qrText(host, token),
      shortCode: formatShortCode(shortCode).split(" "),
    })),
    latest: screen.latest.map(({ code, status, issuedAt, maskedName }) => ({
      code: formatServiceCode(code),
      time: formatTime(issuedAt, language),
      name: maskedName ?? words.console.screen.unnamed,
      isCancelled: status === "cancelled",
    })),
  };
}
