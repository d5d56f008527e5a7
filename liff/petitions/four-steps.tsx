import { Card } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Icon } from "../../server/http/page/icon.tsx";
import { formatMoment } from "../../server/kernel/thai-date.ts";
import type { FollowedEvent, FollowedPetition } from "../../server/petitions/followed-petition.ts";
import { petitionStatuses, type PetitionStatus } from "../../server/petitions/petition-status.ts";

/**
 * The four statuses as one line of steps, always these and in this order (E4), with where the petition is. What happens
 * inside a status stands beside it.
 */
export function FourSteps({ page, petition }: { page: PageContext; petition: FollowedPetition }) {
  const { follow, petitions } = page.words;
  const at = petitionStatuses.indexOf(petition.status);
  return (
    <Card title={follow.steps}>
      <ol class="four-steps">
        {petitionStatuses.map((status, index) => {
          const place = placeOf(petition, index, at);
          const marks = {
            done: follow.stepDone,
            now: follow.stepNow,
            ahead: follow.stepAhead,
            over: follow.stepOver,
            passed: follow.stepPassed,
          };
          return (
            <li class={place} {...(index === at ? { "aria-current": "step" as const } : {})}>
              <span class="step-mark" aria-hidden="true">
                {place === "done" ? <Icon name="check" size={18} /> : place === "passed" ? "–" : index + 1}
              </span>
              <span class="step-words">
                <strong>{petitions.statuses[status]}</strong>
                {place === "passed" ? null : <span class="visually-hidden"> ({marks[place]})</span>}
                {place === "passed" ? <small>{follow.stepPassed}</small> : null}
                {place === "ahead" ? null : (
                  <StepBeside page={page} petition={petition} status={status} isHere={index === at} />
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

/**
 * How a step shows. A step before the one it stands at that it never came to was passed over, however it ended; what
 * ended without being dealt with (withdrawn, or another agency's) has no green end.
 */
function placeOf({ status, outcome, events }: FollowedPetition, index: number, at: number) {
  const step = petitionStatuses[index] ?? status;
  if (index > at) return "ahead";
  if (index < at) return reachedAt(events, step) === null ? "passed" : "done";
  if (status !== "completed") return "now";
  return outcome === "withdrawn" || outcome === "not_ours" ? "over" : "done";
}

interface BesideProps {
  readonly page: PageContext;
  readonly petition: FollowedPetition;
  readonly status: PetitionStatus;
  readonly isHere: boolean;
}

/** When a status was reached, and what goes on inside the one it stands at. */
function StepBeside({ page, petition, status, isHere }: BesideProps) {
  const { language, words } = page;
  const reached = reachedAt(petition.events, status);
  const last = petition.events.at(-1);
  const inside = isHere && petition.status !== "completed" && last && insideKinds.includes(last.kind);
  return (
    <>
      {reached === null ? null : <small>{formatMoment(reached, language)}</small>}
      {inside ? <small>{words.petitions.events[last.kind]}</small> : null}
      {isHere && petition.outcome !== null ? (
        <small>{words.petitions.outcomes[petition.outcome]}</small>
      ) : null}
    </>
  );
}

const insideKinds: readonly FollowedEvent["kind"][] = [
  "correction_asked",
  "correction_given",
  "forwarded",
  "payment_asked",
  "payment_seen",
  "reopened",
  "delay_told",
];

/** When the petition came to a status, the last time it did; null: it never was there. */
function reachedAt(events: readonly FollowedEvent[], status: PetitionStatus): Date | null {
  const at = events.findLastIndex((event, index) => {
    return event.status === status && events[index - 1]?.status !== status;
  });
  return events[at]?.happenedAt ?? null;
}
