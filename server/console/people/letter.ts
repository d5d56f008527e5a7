import { accessLetter, type AccessLetter } from "../../agencies/access-letter.ts";
import type { LetterToPrint } from "../../agencies/actions/see-access-letter.ts";
import { sayMobile } from "../../agencies/staff-person.ts";
import { staffFullName } from "../../agencies/staff.ts";
import { formatCitizenId, type CitizenId } from "../../kernel/citizen-id.ts";
import type { PdfDocument } from "../../kernel/pdf-document.ts";
import { accessLetterTh } from "../../words/documents/letter.ts";
import { wordsIn } from "../../words/words.ts";

/** The letter of a request, in Thai, as it is printed and signed. */
export function letterOf(letter: LetterToPrint, now: Date): PdfDocument {
  return accessLetter(factsOf(letter), accessLetterTh, now);
}

function factsOf({ place, read, leaving }: LetterToPrint): AccessLetter {
  const { level: levels } = wordsIn("th").console;
  return {
    number: read.number,
    agency: place.nameTh,
    agencyCode: place.hcode,
    address: read.address,
    date: read.date,
    region: place.region === null ? "" : String(place.region),
    joining: read.joining.map(({ level, facts }) => ({
      name: staffFullName(facts),
      level: levels[level],
      citizenId: formatCitizenId(facts.citizenId as CitizenId),
      workPhone: facts.workPhone,
      mobile: sayMobile(facts.mobile),
      email: facts.email,
    })),
    leaving: leaving.map(({ name, level }) => ({ name, level: levels[level] })),
    certified: true,
    superior: { name: read.superiorName, position: read.superiorPosition },
    phone: read.phone,
    fax: read.fax,
  };
}
