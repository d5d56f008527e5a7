import { Hono } from "hono";
import { seePeopleUnder } from "../../agencies/actions/see-people-under.ts";
import type { AppEnv } from "../../http/env.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { parseHcode } from "../../visits/facility.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { UnderPage } from "./under-page.tsx";

/** Whose right an office grants: of one facility, or of the offices under it. */
export const underPages = new Hono<AppEnv>();

underPages.get("/access/people", requireRight("grant_access"), async (c) => {
  const typed = c.req.query("hcode")?.trim() ?? "";
  const hcode = parseHcode(typed);
  const isWrong = typed !== "" && !hcode.ok;
  const members = isWrong
    ? []
    : await seePeopleUnder(c.var.ports, staffOf(c), { hcode: hcode.ok ? hcode.value : null });
  return sendPage(
    c,
    <UnderPage
      page={pageContext(c)}
      staff={sessionOf(c)}
      now={c.var.ports.clock.now()}
      {...{ typed, isWrong, members }}
      isEnded={c.req.query("done") === "ended"}
    />,
    { status: isWrong ? 422 : 200 },
  );
});
