import type { OpenRequests } from "../../petitions/actions/see-open-requests.ts";
import { wordsIn } from "../../words/words.ts";
import type { Told } from "./xml.ts";

/** Whatever the reader's language, a request is told in that of its service's name. */
const said = wordsIn("th").petitions;

type Service = OpenRequests["services"][number];
type Request = OpenRequests["requests"][number];

/** A service as the list tells it. Nothing is asked or filed here, so no service has attributes. */
export function toldService({ slug, name, summary, group }: Service): Told {
  return {
    service_code: slug,
    service_name: name,
    description: summary,
    metadata: false,
    type: "realtime",
    keywords: "",
    group,
  };
}

/** The definition of a service: that it has no attributes. */
export function toldDefinition({ slug }: Service): Told {
  return { service_code: slug, attributes: [] };
}

/**
 * A petition as a request: which service, how it stands, where about. The description is the name of the service, never
 * what a person wrote; moments are days; the place is on a grid.
 */
export function toldRequest(request: Request, service: Service): Told {
  const { number, status, outcome, submittedDay, completedDay, dueDay, unitTh } = request;
  const moment = (day: string | null) => (day === null ? null : `${day}T00:00:00+07:00`);
  return {
    service_request_id: number,
    status: status === "completed" ? "closed" : "open",
    status_notes: outcome === null ? said.statuses[status] : said.outcomes[outcome],
    service_name: service.name,
    service_code: service.slug,
    description: service.name,
    agency_responsible: unitTh,
    service_notice: null,
    requested_datetime: moment(submittedDay),
    updated_datetime: moment(completedDay ?? submittedDay),
    expected_datetime: moment(dueDay),
    address: null,
    address_id: null,
    zipcode: null,
    lat: request.latitude,
    long: request.longitude,
    media_url: null,
  };
}

/** What went wrong, in the specification's own form. */
export function toldError(code: number, description: string): Told {
  return [{ code: String(code), description }];
}
