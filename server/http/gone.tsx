import type { AppContext } from "./env.ts";
import { ButtonLink } from "./page/button.tsx";
import { Layout } from "./page/layout.tsx";
import { pageContext, sendPage } from "./send-page.ts";

/**
 * What was here was destroyed because its time was over or its person asked for it (410): not a fault, and not a wrong
 * address. `back` leads to what is still kept of it.
 */
export async function gonePage(c: AppContext, back: string): Promise<Response> {
  const page = pageContext(c);
  const words = page.words.page.gone;
  const kind = c.req.path.startsWith("/console") ? "console" : "citizen";
  return sendPage(
    c,
    <Layout page={page} title={words.title} kind={kind} look={false}>
      <h1>{words.title}</h1>
      <p>{words.body}</p>
      <p>{words.next}</p>
      <ButtonLink href={back} kind="primary">
        {words.back}
      </ButtonLink>
    </Layout>,
    { status: 410 },
  );
}
