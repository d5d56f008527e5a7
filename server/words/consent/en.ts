import type { ConsentVersionName } from "../../identity/consent-versions.ts";

/** The consent text of each version, in English. The Thai text is the one that binds. */
export const consentEn: Record<ConsentVersionName, { readonly title: string; readonly text: string }[]> = {
  "2569-11": [
    {
      title: "What we keep",
      text: "Citizen ID, name, date of birth, mobile number, the result of the card check, and the service codes you ask for. The code on the back of the card is checked and not kept.",
    },
    {
      title: "What for",
      text: "To know that it is you, to issue service codes to the facility you scan, and to tell you by LINE or SMS.",
    },
    {
      title: "Who sees it",
      text: "The facility you ask, and the body that pays for the service, as far as the service needs it. It is not sold or given to others.",
    },
    {
      title: "How long",
      text: "As long as you have an account, and as the law requires proof of services. It is kept encrypted.",
    },
    {
      title: "Your rights",
      text: "See, correct or withdraw at any time under “My account”. Codes already issued stay good.",
    },
  ],
};
