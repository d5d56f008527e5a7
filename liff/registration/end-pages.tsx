import { Banner } from "../../server/http/page/banner.tsx";
import { ButtonLink } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { DoorMark } from "../../server/http/page/door-mark.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { HandOverLink } from "../hand-over/link.tsx";

interface DoneProps {
  readonly page: PageContext;
  readonly outcome: "registered" | "rejoined";
  /** False: the registry did not answer, and staff check later. */
  readonly isCardChecked: boolean;
  /** Where to go on. */
  readonly next: string;
}

/** "ลงทะเบียนสำเร็จ": the door stands open, one button on. */
export function DonePage({ page, outcome, isCardChecked, next }: DoneProps) {
  const words = page.words.identity.done;
  return (
    <Layout page={page} title={words.title}>
      <div class="arrival">
        <DoorMark openness={1} size={112} />
        <h1>{words.title}</h1>
        <p>{words[outcome]}</p>
        {isCardChecked ? null : <p class="lead">{words.lower}</p>}
      </div>
      <ButtonLink kind="primary" href={next}>
        {next === "/liff/home" ? words.go : words.goOn}
      </ButtonLink>
    </Layout>
  );
}

/** The number has an account with another phone: nothing changed, and where help is. */
export function ElsewherePage({ page, query }: { page: PageContext; query: string }) {
  const words = page.words.identity.elsewhere;
  return (
    <Layout page={page} title={words.title}>
      <h1>{words.title}</h1>
      <Banner tone="waiting" title={words.body} live />
      <p>{words.next}</p>
      <HandOverLink page={page} query={query} />
    </Layout>
  );
}
