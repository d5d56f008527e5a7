import { Banner } from "../../server/http/page/banner.tsx";
import { Card, LinkRow } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";

/** What a citizen may do about what is kept of them. */
export function PrivacyPage({ page, isGone }: { page: PageContext; isGone: boolean }) {
  const words = page.words.privacy;
  return (
    <Layout page={page} title={words.title} back="/liff/account">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {isGone ? <Banner tone="waiting" title={words.ready.gone} live /> : null}
      <Card>
        <div>
          <LinkRow
            icon="shield"
            href="/liff/privacy/copy"
            title={words.copyTitle}
            detail={words.copyDetail}
          />
          <LinkRow
            icon="person"
            href="/liff/account/looks"
            title={page.words.looks.title}
            detail={words.looksDetail}
          />
          <LinkRow
            icon="history"
            href="/liff/privacy/erase"
            title={words.eraseTitle}
            detail={words.eraseDetail}
          />
        </div>
      </Card>
    </Layout>
  );
}
