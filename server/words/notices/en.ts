import type { Shape } from "../shape.ts";
import type { noticesTh } from "./th.ts";

/** What notices say in chat and by SMS, in English. */
export const noticesEn = {
  buttons: {
    openCode: "Open the code with QR",
    openAccount: "Open my account",
    openCompanions: "See other people",
    answer: "See and answer",
    recover: "Set a new PIN",
    resume: "Continue",
    scan: "Scan the QR",
  },
  labels: {
    service: "Service",
    until: "Good until",
    issued: "Asked at",
    forPerson: "For",
    lastDay: "Until",
  },
  statuses: {
    issued: "Ready",
    used: "Used",
    closed: "Service given",
    cancelled: "Cancelled",
    expired: "Expired",
  },
  code: {
    title: "Service code",
    told: (code: string, facility: string, service: string, until: string) =>
      `Service code ${code}, ${facility}, ${service}, good until ${until}`,
    toldStatus: (code: string, status: string, facility: string, service: string) =>
      `Code ${code}: ${status}, ${facility}, ${service}`,
    forPerson: (whom: string) => `For ${whom}`,
    cancelledTitle: "The code is cancelled",
    cancelledBody: (code: string, facility: string) =>
      `Code ${code} of ${facility} no longer works. You can get a new one at any time.`,
    cancelledThereTitle: "The facility cancelled the code",
    cancelledThereBody: (code: string, facility: string, reason: string) =>
      `${facility} cancelled code ${code}. Reason: “${reason}”`,
    cancelledThereNext: "If this is not right, ask the facility, or scan the QR for a new code.",
  },
  codeWanted: {
    title: (facility: string) => `${facility} has no code of yours today`,
    body: (service: string) =>
      `For ${service}. If you are still at the facility, scan the QR at the counter to get one.`,
  },
  registered: {
    title: "You are registered",
    body: "Your account is ready. At the facility, press the button and scan the QR at the counter.",
  },
  linkMoved: {
    title: "Your account moved to another LINE",
    body: "It can no longer be used from this LINE. If this was not you, please tell the staff at once.",
  },
  consentWithdrawn: {
    title: "Your consent is withdrawn",
    body: "No more codes will be issued. You can come back at any time by giving it again in your account.",
  },
  petitionAnswered: { title: "An officer wrote to you" },
  emailUnreachable: {
    title: "Our e-mails do not reach you",
    body: "The registered e-mail takes no mail. Please correct it in your account; until then we tell you in LINE.",
  },
  lookAnswered: {
    title: "The agency answered what you reported",
    body: "Read it in your account, under “Who looked at my data”.",
  },
  pinChanged: {
    title: "Your PIN was changed",
    body: "If this was not you, please set a new PIN at once.",
  },
  pinDisabled: {
    title: "Your PIN is switched off for safety",
    body: "It was entered wrong 10 times in a row. Set a new one with your ID card and an OTP.",
  },
  phoneChanged: {
    title: "Your phone number was changed",
    body: "If this was not you, please look into your account at once.",
  },
  companion: {
    askedTitle: (asker: string) => `${asker} asks to get codes for you`,
    askedBody: "Nothing happens until you agree. Look at the details before you answer.",
    agreedTitle: "The other person agreed",
    agreedBody: (whom: string) => `You can now get codes for ${whom}.`,
    refusedTitle: "The other person did not agree",
    refusedBody: (whom: string) => `So you cannot get codes for ${whom}.`,
    endedTitle: "Getting codes for each other has ended",
    endedBody: (asker: string) => `${asker} can no longer get codes for you.`,
    endedForAsker: (whom: string) => `You can no longer get codes for ${whom}.`,
    usedTitle: (asker: string) => `${asker} got a code for you`,
    usedBody: (facility: string, service: string) =>
      `${facility}, ${service}. If you did not agree on this, open it to end it.`,
  },
  sms: {
    otp: (digits: string, reference: string) =>
      `OTP ${digits} (ref ${reference}), good for 5 minutes. Tell nobody.`,
    otpCompanion: (asker: string, digits: string, reference: string) =>
      `${asker} asks to get service codes for you. If you agree, tell them ${digits} (ref ${reference}).`,
    elsewhere:
      "Somebody tried to register at Pratu with your ID number from another phone. Your account is unchanged.",
    linkMoved: "Your Pratu account moved to another LINE. If this was not you, tell the staff at once.",
    pinChanged: "Your Pratu PIN was changed. If this was not you, tell the staff at once.",
    phoneChanged:
      "The phone number of your Pratu account was changed. If this was not you, tell the staff at once.",
    petition: (number: string, what: string) => `Pratu: petition ${number}. ${what}. See your account`,
    documentIssued: (number: string) => `Pratu: a new document, no. ${number}. See your account`,
    documentRevoked: (number: string) => `Pratu: document no. ${number} is no longer good. See your account`,
    companionAsked: (asker: string) =>
      `${asker} asks to get service codes for you. Nothing happens until you agree.`,
    companionEnded: (asker: string) => `${asker} can no longer get service codes for you.`,
    companionUsed: (asker: string, facility: string, time: string) =>
      `${asker} got a service code for you at ${facility}, ${time}`,
  },
} satisfies Shape<typeof noticesTh>;
