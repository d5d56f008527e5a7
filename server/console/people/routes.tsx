import { Hono } from "hono";
import { seePeople } from "../../agencies/actions/see-people.ts";
import type { AppEnv } from "../../http/env.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { draftPages } from "./draft-routes.tsx";
import { endPages } from "./end-routes.tsx";
import { PeoplePage } from "./people-page.tsx";
import { requestPages } from "./request-routes.tsx";

/** An agency's people (F1): who may come in, ending a right, the requests for more. */
export const peoplePages = new Hono<AppEnv>();

peoplePages.get("/people", requireRight("manage_people"), async (c) => {
  const done = c.req.query("done");
  const seen = await seePeople(c.var.ports, staffOf(c));
  return sendPage(
    c,
    <PeoplePage
      page={pageContext(c)}
      staff={sessionOf(c)}
      now={c.var.ports.clock.now()}
      {...seen}
      done={done === "ended" || done === "withdrawn" ? done : null}
    />,
  );
});

peoplePages.route("/", draftPages);
peoplePages.route("/", requestPages);
peoplePages.route("/", endPages);
