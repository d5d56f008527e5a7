import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";

/** Asks before a draft is thrown away. */
export function DiscardPage({ page, draftId, name }: { page: PageContext; draftId: string; name: string }) {
  const words = page.words.eService.draft;
  const here = `/liff/drafts/${draftId}`;
  return (
    <Layout page={page} title={words.discardTitle} back={here}>
      <p class="lead">{name}</p>
      <h1>{words.discardTitle}</h1>
      <p>{words.discardBody}</p>
      <form method="post" action={`${here}/discard`}>
        <ButtonGroup>
          <Button kind="danger">{words.discardYes}</Button>
          <ButtonLink href={here}>{words.discardNo}</ButtonLink>
        </ButtonGroup>
      </form>
    </Layout>
  );
}
