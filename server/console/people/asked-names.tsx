import type { AccessRequestLine } from "../../agencies/asked-access.ts";
import type { PageContext } from "../../http/page/context.ts";

const namesShown = 5;

/** Who is in a request and what became of each, in a cell of a list. */
export function AskedNames({ page, people }: { page: PageContext; people: AccessRequestLine["people"] }) {
  const words = page.words.agencies.people;
  if (people.length === 0) return <>{words.nobody}</>;
  const rest = people.length - namesShown;
  return (
    <ul class="asked-names">
      {people.slice(0, namesShown).map(({ name, change, decision, reason }) => (
        <li>
          {name} ·{" "}
          {change === "join"
            ? words.decisions[decision]
            : `${words.changes.leave}: ${words.leaveDecisions[decision]}`}
          {reason ? <small>{reason}</small> : null}
        </li>
      ))}
      {rest > 0 ? <li>+{rest}</li> : null}
    </ul>
  );
}
