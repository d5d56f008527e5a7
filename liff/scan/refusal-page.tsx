import { Banner } from "../../server/http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import type { VisitRefusal } from "../../server/visits/refusal.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import { HandOverLink } from "../hand-over/link.tsx";
import { forQuery } from "../code/code-row.tsx";

interface Props {
  readonly page: PageContext;
  readonly refusal: VisitRefusal;
  readonly delegationId: string | null;
  readonly back?: string;
  /** The scan, where a clerk may still go on from it (N15). */
  readonly ticket?: string;
}

/** What staff can still mend with the scan as it is. */
const goesOnAtCounter: ReadonlySet<VisitRefusal["kind"]> = new Set([
  "consent_withdrawn",
  "delegation_missing",
  "delegation_scope",
]);

/** Why there is no code, and the next step; each refusal has its own. */
export function RefusalPage({ page, refusal, delegationId, back = "/liff/home", ticket }: Props) {
  const words = page.words.scan;
  const next = words.next[refusal.kind];
  const way = wayOn(page, refusal, delegationId);
  return (
    <Layout page={page} title={words.refusedTitle} back={back} wrong>
      <h1 class="visually-hidden">{words.refusedTitle}</h1>
      <Banner tone="refused" title={sayRefusal<VisitRefusal>(words.said, refusal)} live>
        {next === "" ? null : next}
      </Banner>
      <ButtonGroup>
        {way ? (
          <ButtonLink kind="primary" icon={way.icon} href={way.href}>
            {way.label}
          </ButtonLink>
        ) : null}
        <ButtonLink kind={way ? "quiet" : "primary"} href="/liff/home">
          {words.home}
        </ButtonLink>
      </ButtonGroup>
      {ticket !== undefined && goesOnAtCounter.has(refusal.kind) ? (
        <HandOverLink page={page} query={`?next=/liff/ask/${ticket}`} />
      ) : null}
    </Layout>
  );
}

function wayOn({ words }: PageContext, refusal: VisitRefusal, delegationId: string | null) {
  const { again, toConsent, toCompanions } = words.scan;
  const { kind } = refusal;
  if (kind === "code_move_refused") return null;
  if (kind === "consent_withdrawn") {
    return { icon: "shield", href: "/liff/account/consent", label: toConsent } as const;
  }
  if (kind === "delegation_missing" || kind === "delegation_scope") {
    return { icon: "people", href: "/liff/companions", label: toCompanions } as const;
  }
  return { icon: "qr", href: `/liff/scan${forQuery(delegationId)}`, label: again } as const;
}
