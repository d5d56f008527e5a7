import type { AppContext } from "../http/env.ts";
import { Banner } from "../http/page/banner.tsx";
import { ButtonLink } from "../http/page/button.tsx";
import { Layout } from "../http/page/layout.tsx";
import { pageContext, sendPage } from "../http/send-page.ts";
import { wasPutOut } from "../http/session.ts";

/** The link was used, or its hour is over. */
export function sendDeadLink(c: AppContext): Promise<Response> {
  const { deadTitle, deadBody } = pageContext(c).words.console.enter;
  return sendClosedDoor(c, deadTitle, deadBody);
}

/** Something was sent to the console without a session; a machine that was signed out from elsewhere is told so. */
export async function sendNeedSession(c: AppContext): Promise<Response> {
  const { words } = pageContext(c);
  const { neededTitle, neededBody } = words.console.enter;
  const putOut = await wasPutOut(c);
  return sendClosedDoor(c, neededTitle, putOut ? words.agencies.account.elsewhereThere : neededBody);
}

function sendClosedDoor(c: AppContext, title: string, body: string): Promise<Response> {
  const page = pageContext(c);
  return sendPage(
    c,
    <Layout page={page} title={page.words.console.enter.title} kind="console" wrong>
      <h1>{page.words.console.enter.title}</h1>
      <Banner tone="refused" title={title}>
        {body}
      </Banner>
      <ButtonLink kind="primary" href="/console/sign-in">
        {page.words.agencies.signIn.title}
      </ButtonLink>
    </Layout>,
    { status: 403 },
  );
}
