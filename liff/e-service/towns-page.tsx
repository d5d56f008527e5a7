import { Banner, EmptyState } from "../../server/http/page/banner.tsx";
import { Button, ButtonLink } from "../../server/http/page/button.tsx";
import { Card, LinkRow } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import type { OwnDraft } from "../../server/petitions/own-draft.ts";
import type { Town } from "../../server/petitions/catalogue.ts";
import { nameIn } from "../../server/visits/names.ts";
import { DraftRows } from "./draft-rows.tsx";

interface Props {
  readonly page: PageContext;
  readonly towns: readonly Town[];
  readonly query: string;
  /** Of whoever is signed in and unlocked; empty: of nobody. */
  readonly drafts: readonly OwnDraft[];
  readonly isSignedIn: boolean;
  /** True for somebody who just put a form away for later. */
  readonly isSaved: boolean;
}

/** "บริการของเทศบาล": which local government, with what was begun before on top. */
export function TownsPage({ page, towns, query, drafts, isSignedIn, isSaved }: Props) {
  const words = page.words.eService.towns;
  return (
    <Layout page={page} title={words.title} {...(isSignedIn ? { back: "/liff/home" } : {})}>
      {isSaved ? <Banner tone="done" title={words.saved} live /> : null}
      <h1>{words.title}</h1>
      <DraftRows page={page} drafts={drafts} />
      <p class="lead">{words.lead}</p>
      <SearchForm action="/liff/e-service" label={words.search} submit={words.go} query={query} />
      {towns.length > 0 ? (
        <Card>
          {towns.map((town) => (
            <LinkRow href={`/liff/e-service/${town.slug}`} icon="door" title={nameIn(town, page.language)} />
          ))}
        </Card>
      ) : (
        <EmptyState title={query === "" ? words.empty : words.none}>
          {query === "" ? null : (
            <>
              <p>{words.noneNext}</p>
              <ButtonLink href="/liff/e-service">{words.all}</ButtonLink>
            </>
          )}
        </EmptyState>
      )}
      <Ways page={page} isSignedIn={isSignedIn} />
    </Layout>
  );
}

/** What else somebody comes for: their petitions, and the door to an account. */
function Ways({ page, isSignedIn }: { page: PageContext; isSignedIn: boolean }) {
  const { towns: words } = page.words.eService;
  const { follow } = page.words;
  return (
    <Card>
      {isSignedIn ? null : (
        <>
          <LinkRow href="/liff/password?next=/liff/e-service" icon="person" title={words.signIn} />
          <LinkRow href="/liff/join?next=/liff/e-service" icon="keyboard" title={words.join} />
        </>
      )}
      <LinkRow href="/liff/petitions" icon="clock" title={follow.tile} detail={follow.tileDetail} />
    </Card>
  );
}

/** One line to search by; the address carries what was sought, and where the way goes on to. */
export function SearchForm(props: {
  action: string;
  label: string;
  submit: string;
  query: string;
  next?: string;
}) {
  return (
    <form class="search" method="get" action={props.action} role="search">
      {props.next === undefined ? null : <input type="hidden" name="next" value={props.next} />}
      <label class="label" for="q">
        {props.label}
      </label>
      <div class="search-row">
        <input
          class="input"
          id="q"
          type="search"
          name="q"
          value={props.query}
          maxlength={80}
          autocomplete="off"
        />
        <Button kind="secondary">{props.submit}</Button>
      </div>
    </form>
  );
}
