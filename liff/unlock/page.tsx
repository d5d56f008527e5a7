import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary } from "../../server/http/page/error-summary.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { PinField } from "../../server/http/page/secret-field.tsx";
import { HandOverLink } from "../hand-over/link.tsx";

interface Props {
  readonly page: PageContext;
  /** Where to go on, as a query ("?next=…") or nothing. */
  readonly query: string;
  /** Why the PIN that was posted was not taken. */
  readonly refused?: string;
  /** Why none can be tried now, seen before anything was typed. */
  readonly waits?: string;
}

/** "กรอกรหัสผ่าน": one field, and the way to a new one. */
export function UnlockPage({ page, query, refused, waits }: Props) {
  const words = page.words.identity.unlock;
  return (
    <Layout page={page} title={words.title} wrong={refused !== undefined}>
      <ErrorSummary page={page} items={refused ? [{ field: "pin", sentence: refused }] : []} />
      {waits ? <Banner tone="waiting" title={waits} /> : null}
      <form class="stack" method="post" action={`/liff/unlock${query}`} novalidate>
        <PinField
          page={page}
          name="pin"
          label={words.label}
          hint={words.hint}
          error={refused}
          heading
          autofocus={!refused && !waits}
        />
        <ButtonGroup>
          <Button>{page.words.identity.next}</Button>
        </ButtonGroup>
      </form>
      <ButtonLink kind="quiet" href={`/liff/recover${query}`}>
        {words.forgot}
      </ButtonLink>
      <HandOverLink page={page} query={query} />
    </Layout>
  );
}

/** The PIN is switched off: nothing to type, one way on. */
export function DisabledPage({ page, query }: Pick<Props, "page" | "query">) {
  const { unlock: words, refusal } = page.words.identity;
  return (
    <Layout page={page} title={words.title} wrong>
      <h1>{words.title}</h1>
      <Banner tone="refused" title={refusal.pin_disabled()} live />
      <ButtonLink kind="primary" href={`/liff/recover${query}`}>
        {words.forgot}
      </ButtonLink>
      <HandOverLink page={page} query={query} />
    </Layout>
  );
}
