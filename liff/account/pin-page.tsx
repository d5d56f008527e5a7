import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../server/http/page/error-summary.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { PinField } from "../../server/http/page/secret-field.tsx";

/** The old PIN and the new one twice. Nothing that was typed comes back. */
export function PinPage({ page, refusals }: { page: PageContext; refusals: readonly SummaryItem[] }) {
  const words = page.words.account.pin;
  const errorOf = (field: string) => refusals.find((refusal) => refusal.field === field)?.sentence;
  return (
    <Layout
      page={page}
      title={words.title}
      back="/liff/account"
      wrong={refusals.length > 0}
      scripts={["show-secret.js"]}
    >
      <ErrorSummary page={page} items={refusals} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form class="stack" method="post" action="/liff/account/pin" novalidate>
        <PinField page={page} name="oldPin" label={words.old} error={errorOf("oldPin")} />
        <PinField
          page={page}
          name="newPin"
          label={words.new}
          hint={words.newHint}
          error={errorOf("newPin")}
        />
        <PinField page={page} name="againPin" label={words.again} error={errorOf("againPin")} />
        <ButtonGroup>
          <Button>{words.submit}</Button>
        </ButtonGroup>
      </form>
      <ButtonLink kind="quiet" href="/liff/recover?next=%2Fliff%2Faccount">
        {words.forgotten}
      </ButtonLink>
    </Layout>
  );
}
