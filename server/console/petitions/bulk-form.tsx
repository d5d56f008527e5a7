import { mayStaff } from "../../agencies/role.ts";
import type { StaffSession } from "../../http/env.ts";
import { Button } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { SelectField } from "../../http/page/select-field.tsx";
import { requestKeyField } from "../../http/request-key.ts";
import type { SeenQueue } from "../../petitions/actions/see-queue.ts";
import { makeQueueQuery, type QueueQuery } from "../../petitions/queue-query.ts";
import { petitionsPath } from "./address.ts";
import { QueueTable } from "./queue-table.tsx";

/** The lines of the page with a box to choose each, and what can be done with the chosen ones at once. */
export function BulkForm(props: {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenQueue;
  readonly query: QueueQuery;
  readonly requestKey: string;
  /** Who was chosen to have them, where nothing was chosen to be given; null: oneself. */
  readonly chosenTo: string | null;
}) {
  const { page, staff, seen, query, requestKey, chosenTo } = props;
  const words = page.words.queue;
  const others = mayStaff(staff.level, "assign_petitions")
    ? seen.officers.filter(({ staffId }) => staffId !== staff.staffId)
    : [];
  const chooses = query.view !== "completed";
  return (
    <form class="stack" method="post" action={`${petitionsPath}/bulk`}>
      {chooses ? (
        <label class="choice choose-all" hidden data-chooses="line">
          <input type="checkbox" />
          <span>{words.bulk.all}</span>
        </label>
      ) : null}
      <QueueTable
        page={page}
        lines={seen.lines}
        caption={words.views[query.view]}
        order={query.order}
        chooses={chooses}
      />
      {chooses ? (
        <fieldset class="bulk">
          <legend>{words.bulk.legend}</legend>
          <input type="hidden" name={requestKeyField} value={requestKey} />
          <input type="hidden" name="query" value={makeQueueQuery(query)} />
          <Button kind="secondary" name="what" value="receive">
            {words.bulk.receive}
          </Button>
          <SelectField
            name="to"
            label={words.bulk.to}
            value={chosenTo ?? staff.staffId}
            options={[
              { value: staff.staffId, label: words.bulk.me },
              ...others.map(({ staffId, name }) => ({ value: staffId, label: name })),
            ]}
          />
          <Button kind="secondary" name="what" value="assign">
            {words.bulk.assign}
          </Button>
        </fieldset>
      ) : null}
    </form>
  );
}
