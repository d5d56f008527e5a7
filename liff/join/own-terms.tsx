import { Button, ButtonGroup } from "../../server/http/page/button.tsx";
import { Card } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary } from "../../server/http/page/error-summary.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { Told } from "../../server/http/page/told.tsx";
import type { OwnTerms } from "../../server/identity/actions/agency-terms.ts";
import { paragraphsOf } from "../../server/petitions/agency-terms.ts";
import { nameIn } from "../../server/visits/names.ts";

/** An agency's own terms as they are read, with their version. */
export function OwnTermsCard({ page, own }: { readonly page: PageContext; readonly own: OwnTerms }) {
  const words = page.words.join.terms;
  const text = page.language === "en" && own.textEn !== "" ? own.textEn : own.textTh;
  return (
    <Card title={words.own(nameIn(own, page.language))}>
      {paragraphsOf(text).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <small>{words.ownVersion(own.version)}</small>
    </Card>
  );
}

interface Props {
  readonly page: PageContext;
  readonly own: OwnTerms;
  /** Where it is posted, with the way on. */
  readonly action: string;
  readonly refused: string | null;
}

/** The terms of an agency alone, for somebody who joined: a new text is asked for once (E1.1). */
export function OwnTermsPage({ page, own, action, refused }: Props) {
  const words = page.words.join.terms;
  return (
    <Layout page={page} title={words.title} wrong={refused !== null}>
      <ErrorSummary page={page} items={refused === null ? [] : [{ field: "accepted", sentence: refused }]} />
      <h1>{words.title}</h1>
      <p class="lead">{words.ownLead}</p>
      <OwnTermsCard page={page} own={own} />
      <form class="stack" method="post" action={action} novalidate>
        <input type="hidden" name="version" value={String(own.version)} />
        <div class={`field${refused === null ? "" : " refused"}`}>
          <Told name="accepted" error={refused ?? undefined} />
          <label class="choice">
            <input id="accepted" type="checkbox" name="accepted" value="yes" />
            <span>{words.accept}</span>
          </label>
        </div>
        <ButtonGroup>
          <Button>{words.go}</Button>
        </ButtonGroup>
      </form>
    </Layout>
  );
}
