import type { AppContext } from "../http/env.ts";
import { Banner } from "../http/page/banner.tsx";
import { ButtonLink } from "../http/page/button.tsx";
import { Layout } from "../http/page/layout.tsx";
import { pageContext, sendPage } from "../http/send-page.ts";
import { wasPutOut } from "../http/session.ts";
import { readUnsentForm, UnsentFormShown, type UnsentForm } from "./unsent-form.tsx";

/** The link was used, or its hour is over. */
export function sendDeadLink(c: AppContext): Promise<Response> {
  const { deadTitle, deadBody } = pageContext(c).words.console.enter;
  return sendClosedDoor(c, deadTitle, deadBody);
}

/** Something was sent to the console without a session; a machine that was signed out from elsewhere is told so. */
export async function sendNeedSession(c: AppContext): Promise<Response> {
  const { words } = pageContext(c);
  const { neededTitle, neededBody, neededKept } = words.console.enter;
  const putOut = await wasPutOut(c);
  const unsent = await readUnsentForm(c);
  const body = putOut ? words.agencies.account.elsewhereThere : unsent === null ? neededBody : neededKept;
  return sendClosedDoor(c, neededTitle, body, unsent);
}

function sendClosedDoor(
  c: AppContext,
  title: string,
  body: string,
  unsent: UnsentForm | null = null,
): Promise<Response> {
  const page = pageContext(c);
  // What was typed stands in this page alone: the way in opens beside it.
  const beside = unsent === null ? {} : { target: "_blank" as const };
  return sendPage(
    c,
    <Layout page={page} title={page.words.console.enter.title} kind="console" wrong>
      <h1>{page.words.console.enter.title}</h1>
      <Banner tone="refused" title={title}>
        {body}
      </Banner>
      <ButtonLink kind="primary" href="/console/sign-in" {...beside}>
        {page.words.agencies.signIn.title}
      </ButtonLink>
      {unsent === null ? null : <UnsentFormShown page={page} form={unsent} />}
    </Layout>,
    { status: 403 },
  );
}
