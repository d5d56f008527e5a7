import type { AppContext } from "../../http/env.ts";
import { ButtonLink } from "../../http/page/button.tsx";
import { Layout } from "../../http/page/layout.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import type { MarkFileRefusal } from "../../petitions/mark-file-refusal.ts";

const statusOf = { file_unavailable: 503, file_unmarkable: 409 } as const satisfies Record<
  MarkFileRefusal["kind"],
  number
>;

/** A file that is there and could not be opened: why, what is safe, and what to do next. `back` leads to where it stands. */
export function notOpenedPage(
  c: AppContext,
  back: string,
  kind: MarkFileRefusal["kind"],
): Promise<Response> | Response {
  const page = pageContext(c);
  const { back: backWords, ...words } = page.words.desk.notOpened;
  const { title, body, next } = words[kind];
  return sendPage(
    c,
    <Layout page={page} title={title} kind="console" look={false}>
      <h1>{title}</h1>
      <p>{body}</p>
      <p>{next}</p>
      <ButtonLink href={back} kind="primary">
        {backWords}
      </ButtonLink>
    </Layout>,
    { status: statusOf[kind] },
  );
}
