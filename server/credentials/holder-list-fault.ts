import { listedNumberProblems } from "../visits/listed-number.ts";

/** The columns of a list of holders, in the order of the template. */
export const holderColumns = [
  "agency",
  "userCode",
  "citizenId",
  "firstName",
  "lastName",
  "position",
  "email",
  "mobile",
  "device",
] as const;
export type HolderColumn = (typeof holderColumns)[number];

/** What may be wrong with a cell of a list of holders, by itself or beside other rows and what is known. */
export const holderFaultKinds = [
  "agency_empty",
  "agency_unknown",
  /** Several agencies are called that: the eleven characters tell which. */
  "agency_several",
  /** Another central office looks after its seats. */
  "agency_foreign",
  "user_code_empty",
  "user_code_shape",
  /** An earlier row has the code. */
  "code_twice",
  /** The code was issued to another agency. */
  "code_taken",
  /** Somebody holds the seat, or is named to it. */
  "seat_occupied",
  ...listedNumberProblems,
  /** The very person is named to the seat or in it. */
  "person_named",
  /** Approver 1 and approver 2 of one agency would be one person (N12). */
  "both_approvals",
  "name_empty",
  "name_too_long",
  "name_character",
  "position_empty",
  "position_long",
  "email_shape",
  /** An earlier row gives the address to somebody else. */
  "email_twice",
  /** The address proved to be somebody else's. */
  "email_taken",
  "mobile_wrong",
  "device_empty",
  "device_unknown",
  /** An earlier row has the serial. */
  "serial_twice",
] as const;
export type HolderFaultKind = (typeof holderFaultKinds)[number];

/** What is wrong with one cell. */
export interface HolderFault {
  readonly column: HolderColumn;
  readonly kind: HolderFaultKind;
}
