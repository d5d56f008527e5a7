import type { Child } from "hono/jsx";
import type { StaffSession } from "../http/env.ts";
import { Banner } from "../http/page/banner.tsx";
import type { PageContext } from "../http/page/context.ts";
import { Layout, type LayoutProps } from "../http/page/layout.tsx";
import { formatDay, type BangkokDay } from "../kernel/thai-date.ts";
import { nameIn } from "../visits/names.ts";
import { softTokenNeededPath } from "./soft-token-needed-path.ts";
import type { MenuKey } from "./menu.ts";
import { MenuNav } from "./menu-nav.tsx";

interface Props extends Omit<LayoutProps, "kind" | "agency" | "look"> {
  readonly staff: StaffSession;
  /** The place in the menu this page belongs to; null: none. */
  readonly current: MenuKey | null;
  readonly children?: Child;
}

/** In the address of the first page after coming in: an older session at another machine was ended by it (F1.4). */
export const elsewhereMark = "elsewhere";

/** A page of the console: the menu of what this account may do beside it, and who is signed in. */
export function ConsoleLayout({ staff, current, children, ...props }: Props) {
  const { page } = props;
  return (
    <Layout
      {...props}
      kind="console"
      agency={nameIn(staff.agency, page.language)}
      aside={<MenuNav page={page} staff={staff} current={current} />}
    >
      {page.path.endsWith(`?${elsewhereMark}=1`) ? <EndedElsewhere page={page} /> : null}
      {staff.softTokenFrom === null ? null : <SoftTokenSoon page={page} from={staff.softTokenFrom} />}
      {children}
    </Layout>
  );
}

function EndedElsewhere({ page }: { page: PageContext }) {
  const words = page.words.agencies.account;
  return (
    <Banner tone="info" title={words.elsewhere} live>
      {words.elsewhereHere}
    </Banner>
  );
}

/** The agency will let in by Soft Token alone, and this session came by something else. */
function SoftTokenSoon({ page, from }: { page: PageContext; from: BangkokDay }) {
  const words = page.words.agencies.demand.soon;
  return (
    <Banner tone="waiting" title={words.title(formatDay(from, page.language))}>
      <a href={softTokenNeededPath}>{words.how}</a>
    </Banner>
  );
}
