import type { Shape } from "../shape.ts";
import type { unitsTh } from "./units-th.ts";

/** Units and who works in them, in English. */
export const unitsEn: Shape<typeof unitsTh> = {
  title: "Units",
  list: "List of units",
  lead: "Divisions that receive petitions; citizens are told the unit, never the officer",
  empty: "No unit yet. Add the first, such as Public Works",
  add: "Add a unit",
  nameTh: "Name in Thai",
  nameEn: "Name in English",
  members: "Officers",
  memberCount: (count) => (count === 0 ? "nobody yet" : `${count}`),
  state: "State",
  works: "Open",
  closedState: "Closed",
  open: "Look and change",
  rename: "Rename",
  chooseMembers: "Who works in this unit",
  noStaff: "There is no staff yet",
  saveMembers: "Save the officers",
  close: "Close the unit",
  closeBody: "Nothing new is sent to it; what lies there stays. It can be opened again",
  openAgain: "Open the unit again",
  done: {
    made: "Unit added",
    renamed: "Renamed",
    members: "Officers saved",
    closed: "Unit closed",
    opened: "Unit opened",
  },
  refusal: {
    name_empty: () => "Give the unit a name in Thai",
    name_taken: () => "There is a unit of that name",
    unit_missing: () => "There is no such unit",
    unit_used: ({ services }) =>
      `Not closed: these services still send petitions to it: ${services.join(" · ")}. Change their unit first`,
    member_missing: () => "Somebody chosen is gone: open the page again and choose",
  },
};
