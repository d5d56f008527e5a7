import { Hono } from "hono";
import { hasStaffKey } from "../../credentials/actions/ask-staff-phone.ts";
import type { AppEnv } from "../../http/env.ts";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { formatDay, type BangkokDay } from "../../kernel/thai-date.ts";
import { DoorPage } from "./sign-in-page.tsx";

/** What to do where the agency wants a Soft Token and one came in, or is about to, without it. */
export const softTokenNeededPages = new Hono<AppEnv>();

softTokenNeededPages.get("/second-step/needed", async (c) => {
  const { staff, halfStaff, barredStaff, ports } = c.var;
  const who = halfStaff ?? barredStaff ?? staff;
  if (!who) return c.redirect("/console/sign-in", 303);
  if (who.softTokenFrom === null) return c.redirect("/console", 303);
  const hasKey = await hasStaffKey(ports, { kind: "gate" }, who.staffId);
  const standing = halfStaff ? "half" : barredStaff ? "barred" : "in";
  const shown = { page: pageContext(c), from: who.softTokenFrom, hasKey, standing } as const;
  return sendPage(c, <NeededPage {...shown} />);
});

interface Props {
  readonly page: PageContext;
  readonly from: BangkokDay;
  /** Their own Soft Token is there to come in by. */
  readonly hasKey: boolean;
  /** Between the steps, shut out, or still in until the day comes. */
  readonly standing: "half" | "barred" | "in";
}

function NeededPage({ page, from, hasKey, standing }: Props) {
  const words = page.words.agencies.demand.needed;
  return (
    <DoorPage page={page} title={words.title}>
      <div class="card stack">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead(formatDay(from, page.language))}</p>
        {hasKey ? (
          <p>{words.have}</p>
        ) : (
          <ol>
            {words.steps.map((each) => (
              <li>{each}</li>
            ))}
          </ol>
        )}
        <p class="hint">{words.safe}</p>
        <WayOn page={page} hasKey={hasKey} standing={standing} />
      </div>
    </DoorPage>
  );
}

function WayOn({ page, hasKey, standing }: Omit<Props, "from">) {
  const words = page.words.agencies.demand.needed;
  if (standing === "in")
    return (
      <ButtonGroup>
        <ButtonLink kind="primary" href="/console">
          {words.back}
        </ButtonLink>
      </ButtonGroup>
    );
  return (
    <>
      <ButtonGroup>
        {hasKey && standing === "half" ? (
          <ButtonLink kind="primary" href="/console/second-step/soft-token">
            {words.use}
          </ButtonLink>
        ) : null}
        {hasKey ? null : (
          <ButtonLink kind="primary" href="/seat/sign-in">
            {words.register}
          </ButtonLink>
        )}
      </ButtonGroup>
      <form method="post" action="/console/sign-out">
        <Button kind={hasKey && standing === "barred" ? "primary" : "quiet"}>
          {hasKey && standing === "barred" ? words.again : page.words.agencies.signIn.signOut}
        </Button>
      </form>
    </>
  );
}
