import type { AppContext } from "../../server/http/env.ts";
import { ButtonLink } from "../../server/http/page/button.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { pageContext, sendPage } from "../../server/http/send-page.ts";

/** A file of one's own that is safe and cannot be opened now: what to do next, and the same address to try again. */
export function fileUnavailablePage(c: AppContext): Promise<Response> | Response {
  const page = pageContext(c);
  const words = page.words.eService.fileUnavailable;
  return sendPage(
    c,
    <Layout page={page} title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">{words.body}</p>
      <ButtonLink kind="primary" href={c.req.path}>
        {words.again}
      </ButtonLink>
    </Layout>,
    { status: 503 },
  );
}
