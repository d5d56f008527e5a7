import type { Shape } from "../shape.ts";
import type { filingTh } from "./filing-th.ts";

/** The same in English. */
export const filingEn: Shape<typeof filingTh> = {
  open: "File for a citizen",
  title: "File a petition for a citizen at the counter",
  lead: "For somebody who came in person. Look at their ID card first, then fill the same form they would",
  service: "Service",
  choose: "Choose a service",
  citizenId: "Citizen ID",
  citizenIdHint: "13 digits, from the card",
  firstName: "First name",
  lastName: "Last name",
  unknownHint: "For whoever registered before, the fields below may stay empty",
  prefix: "Title",
  prefixHint: "From the card, like Mr, Mrs, Miss",
  phone: "Phone to call back",
  phoneHint: "To tell them about this petition",
  noPhone: "They have no phone",
  missing: {
    prefix: "Nobody of this number is known. Fill in the title from the card",
    firstName: "Nobody of this number is known. Fill in the first name from the card",
    lastName: "Nobody of this number is known. Fill in the last name from the card",
    phone: "Fill in a phone number, or choose “They have no phone”",
  },
  serviceMissing: "Choose a service first",
  goOn: "Fill the form",
  formLead: (name, number) => `For ${name} ${number}`,
  nextHint:
    "Press after an answer that leads to others, like a province: the form shows what follows. Files you chose stay",
  paper: "The citizen asks for the answer on paper too",
  file: "File the petition",
  serviceClosed: "Nothing is filed for this service any more. Choose another",
  formChanged: "This form has just got a new version. Look over what is below, then file",
  personMissing: "Check the citizen ID again before filling the form",
};
