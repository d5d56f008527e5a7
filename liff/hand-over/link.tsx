import { ButtonLink } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";

const asked = /^\/liff\/ask\/([\w.-]+)(\?for=[0-9a-f-]+)?$/;

/** The way to the counter for whoever was led away from a scan; `query` is the way back ("?next=…"). */
export function HandOverLink({ page, query }: { page: PageContext; query: string }) {
  const [, ticket, whom = ""] = asked.exec(new URLSearchParams(query).get("next") ?? "") ?? [];
  if (ticket === undefined) return null;
  return (
    <ButtonLink kind="quiet" icon="people" href={`/liff/hand-over/new/${ticket}${whom}`}>
      {page.words.handOver.link}
    </ButtonLink>
  );
}
