import { attachScan } from "../../server/agencies/actions/attach-scan.ts";
import { saveAccessRequest } from "../../server/agencies/actions/save-access-request.ts";
import { sendAccessRequest } from "../../server/agencies/actions/send-access-request.ts";
import type { TypedJoiner, TypedRequest } from "../../server/agencies/access-form.ts";
import type { Staff, StaffLevel } from "../../server/kernel/actor.ts";
import type { Ports } from "../../server/ports.ts";
import { granted } from "./people.ts";
import { personFields } from "./staff.ts";

/** A file that begins and ends as a PDF does. */
export const scannedLetter = new TextEncoder().encode(
  "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n",
);

/** Somebody nobody has met, as their row is typed. */
export function joiner(level: StaffLevel = "clerk", more: Partial<TypedJoiner> = {}): TypedJoiner {
  return { ...personFields(), level, ...more };
}

/** A request that lacks nothing, for these people. */
export function typedFor(
  joining: readonly TypedJoiner[],
  leaving: readonly string[] = [],
  more: Partial<TypedRequest> = {},
): TypedRequest {
  return {
    number: "สธ 0032/123",
    date: "20/11/2569",
    address: "1 ถนนสมมติ ตำบลสมมติ อำเภอสมมติ จังหวัดสมมติ 10000",
    superiorName: "สมชาย ใจดี",
    superiorPosition: "ผู้อำนวยการ",
    phone: "021234567 ต่อ 12",
    fax: "",
    certified: true,
    joining,
    leaving,
    ...more,
  };
}

/** A draft of that request. */
export async function drafted(ports: Ports, admin: Staff, typed: TypedRequest): Promise<string> {
  const requestKey = ports.random.uuid();
  const input = { requestId: null, version: 0, typed, complete: true, requestKey };
  return (await granted(saveAccessRequest(ports, admin, input))).requestId;
}

/** A request with its signed letter that lies before the registrar. */
export async function sentRequest(ports: Ports, admin: Staff, typed: TypedRequest): Promise<string> {
  const requestId = await drafted(ports, admin, typed);
  await granted(attachScan(ports, admin, { requestId, bytes: scannedLetter }));
  await granted(sendAccessRequest(ports, admin, { requestId }));
  return requestId;
}

/** The form of a request as a browser posts it. */
export function formOf({ joining, leaving, certified, ...letter }: TypedRequest): [string, string][] {
  return [
    ...Object.entries(letter),
    ...joining.flatMap((each, row) =>
      Object.entries(each).map(([field, text]): [string, string] => [`j${row}-${field}`, text]),
    ),
    ...leaving.map((id): [string, string] => ["leaving", id]),
    ...(certified ? [["certified", "yes"] as [string, string]] : []),
  ];
}
