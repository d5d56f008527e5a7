import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { Card, LinkRow } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary } from "../../server/http/page/error-summary.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { Told } from "../../server/http/page/told.tsx";
import type { OwnTerms } from "../../server/identity/actions/agency-terms.ts";
import type { TermsVersion } from "../../server/identity/terms.ts";
import { OwnTermsCard } from "./own-terms.tsx";

interface Props {
  readonly page: PageContext;
  /** Where to go when all is done, as a query ("?next=…") or nothing. */
  readonly query: string;
  readonly version: TermsVersion;
  readonly refused?: string;
  /** The own terms of the agency they come from, accepted with ours; null: none. */
  readonly own: OwnTerms | null;
  /** False for somebody who is signed in already. */
  readonly maySignIn: boolean;
}

/** "ข้อตกลงและเงื่อนไขการใช้บริการ": the text in force, one tick, one button (E1.1). */
export function TermsPage({ page, query, version, refused, own, maySignIn }: Props) {
  const words = page.words.join.terms;
  return (
    <Layout page={page} title={words.title} wrong={refused !== undefined}>
      <ErrorSummary page={page} items={refused ? [{ field: "accepted", sentence: refused }] : []} />
      <h1>{words.title}</h1>
      <Card>
        {page.words.terms[version].map(({ title, text }) => (
          <div>
            <h2>{title}</h2>
            <p>{text}</p>
          </div>
        ))}
        <small>{words.version(version)}</small>
      </Card>
      {own === null ? null : <OwnTermsCard page={page} own={own} />}
      <form class="stack" method="post" action={`/liff/join/terms${query}`} novalidate>
        <input type="hidden" name="version" value={version} />
        {own === null ? null : <input type="hidden" name="own" value={String(own.version)} />}
        <div class={`field${refused ? " refused" : ""}`}>
          <Told name="accepted" error={refused} />
          <label class="choice">
            <input id="accepted" type="checkbox" name="accepted" value="yes" />
            <span>{words.accept}</span>
          </label>
        </div>
        <ButtonGroup>
          <Button>{words.go}</Button>
        </ButtonGroup>
      </form>
      {maySignIn ? (
        <ButtonLink kind="quiet" href={`/liff/password${query}`}>
          {words.haveAccount}
        </ButtonLink>
      ) : null}
    </Layout>
  );
}

/** In LINE, nobody known yet: link an account by its password, or register as in C2. */
export function ChoicePage({ page, query, after }: { page: PageContext; query: string; after: string }) {
  const words = page.words.join.choice;
  return (
    <Layout page={page} title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Card>
        <LinkRow
          href={`/liff/register?next=${encodeURIComponent(after)}`}
          icon="person"
          title={words.new}
          detail={words.newDetail}
        />
        <LinkRow
          href={`/liff/password${query}`}
          icon="shield"
          title={words.known}
          detail={words.knownDetail}
        />
      </Card>
    </Layout>
  );
}
