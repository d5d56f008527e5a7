import type { TermsVersion } from "../../identity/terms.ts";

/** The terms of e-Service of each version, as paragraphs with a heading, in English. A version is never rewritten. */
export const termsEn: Record<TermsVersion, { readonly title: string; readonly text: string }[]> = {
  "2569-11": [
    {
      title: "What this service is",
      text: "A way to send petitions to the agency you choose, to follow them and to receive documents. A petition sent here counts in law as one handed in at the office, and it is answered here.",
    },
    {
      title: "Your data",
      text: "We keep your citizen id, name, birth date, address, phone, e-mail and ID pictures, so that the agency you write to can decide as the law asks of it. Nobody else sees them, and each time an officer opens them stands in a list you can read.",
    },
    {
      title: "What we ask of you",
      text: "Give true data about yourself, use a phone and an e-mail address of your own, and tell nobody your password. Telling an official what is not true is an offence.",
    },
    {
      title: "How you are told",
      text: "The agency tells you in LINE or by the e-mail you give, and in law you are then informed. Please change them here as soon as they change.",
    },
    {
      title: "Stop at any time",
      text: "See and change your data under “My account”. The agency keeps petitions that were sent for as long as the law asks.",
    },
  ],
};
