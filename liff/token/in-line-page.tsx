import type { AppContext } from "../../server/http/env.ts";
import { ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { pageContext, sendPage } from "../../server/http/send-page.ts";

/** Leads from a browser without LINE to the same page in LINE. */
export function sendInLine(c: AppContext): Promise<Response> {
  const page = pageContext(c);
  const words = page.words.credentials.phone;
  const path = c.req.path.replace(/^\/liff/, "");
  return sendPage(
    c,
    <Layout page={page} title={words.inLine}>
      <h1>{words.inLine}</h1>
      <p>{words.inLineNext}</p>
      <ButtonGroup>
        <ButtonLink kind="line" href={`https://liff.line.me/${c.var.site.liffId}${path}`}>
          {words.inLineOpen}
        </ButtonLink>
      </ButtonGroup>
    </Layout>,
    { status: 403 },
  );
}
