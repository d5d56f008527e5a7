import { ButtonLink } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";

interface Props {
  readonly page: PageContext;
  readonly query: string;
  readonly what: "elsewhere" | "known" | "many";
}

/** Joining ended without an account: nothing changed, and where to go instead. */
export function JoinEndPage({ page, query, what }: Props) {
  const { join } = page.words;
  const words = join[what];
  return (
    <Layout page={page} title={words.title}>
      <h1>{words.title}</h1>
      <p>{words.body}</p>
      {"next" in words ? <p>{words.next}</p> : null}
      <ButtonLink kind="primary" href={`/liff/password${query}`}>
        {join.signIn.title}
      </ButtonLink>
      <ButtonLink kind="line" href={`/liff/browser${query}`}>
        {join.signIn.withLine}
      </ButtonLink>
    </Layout>
  );
}
