import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { requestKeyField } from "../../http/request-key.ts";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import type { CounterDesk } from "../../visits/actions/see-counter.ts";
import type { TypedVisit } from "../../visits/visit-draft.ts";
import { ConsoleLayout } from "../layout.tsx";
import { DraftButtons } from "./draft-buttons.tsx";
import { DraftFields } from "./draft-form.tsx";
import { PersonPanel } from "./person-panel.tsx";
import { PicturePanel } from "./picture-panel.tsx";

/** What the page hands on from one post to the next beside what is typed. */
export interface Proof {
  readonly way: "card" | "picture";
  readonly citizenId: CitizenId;
  readonly correlationId: string | null;
  readonly mainRight: string | null;
  readonly subRight: string | null;
  /** A picture that was taken already stays taken when another field was wrong. */
  readonly pictureId: string | null;
  /** The hand-over it goes on from; null: none. */
  readonly handOverId: string | null;
}

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly desk: CounterDesk;
  readonly proof: Proof;
  readonly typed: TypedVisit & { readonly firstName: string; readonly lastName: string };
  readonly faults: readonly SummaryItem[];
  readonly requestKey: string;
}

/** A visit being written: person, proof, visit, in three panels, then draft or confirm. */
export function NewVisitPage({ page, staff, desk, proof, typed, faults, requestKey }: Props) {
  const words = page.words.counter;
  const kept = proof.pictureId !== null;
  const carried = {
    way: proof.way,
    citizenId: proof.citizenId,
    correlationId: proof.correlationId ?? "",
    mainInscl: proof.mainRight ?? "",
    subInscl: proof.subRight ?? "",
    pictureId: proof.pictureId ?? "",
    handOverId: proof.handOverId ?? "",
    [requestKeyField]: requestKey,
  };
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="counter"
      title={words.title}
      back="/console/counter"
      wrong={faults.length > 0}
      {...(proof.way === "picture" ? { scripts: ["take-picture.js"] } : {})}
    >
      <ErrorSummary page={page} items={faults} />
      <h1>{words.title}</h1>
      {proof.handOverId === null ? null : (
        <Banner tone="info" title={page.words.handOver.console.going}>
          {page.words.handOver.console.goingNext}
        </Banner>
      )}
      <form class="stack" method="post" action="/console/counter" enctype="multipart/form-data">
        {Object.entries(carried).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="panels">
          <PersonPanel
            page={page}
            citizenId={proof.citizenId}
            person={desk.person}
            right={proof.mainRight}
            typed={typed}
            faults={faults}
          />
          {proof.way === "card" ? (
            <section class="card stack" aria-labelledby="panel-proof">
              <h2 id="panel-proof">{words.proof}</h2>
              <Banner tone="done" title={words.cardRead}>
                {words.way.card}
              </Banner>
            </section>
          ) : (
            <PicturePanel page={page} kept={kept} opens={proof.pictureId} faults={faults} />
          )}
        </div>
        <DraftFields
          page={page}
          day={desk.day}
          offers={desk.offers}
          typed={typed}
          faults={faults}
          codes={desk.codes}
        />
        <DraftButtons page={page} />
      </form>
    </ConsoleLayout>
  );
}
