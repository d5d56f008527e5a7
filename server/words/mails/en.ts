import type { Shape } from "../shape.ts";
import type { mailsTh } from "./th.ts";

/** The same in English. */
export const mailsEn: Shape<typeof mailsTh> = {
  brand: "Pratu",
  greeting: (name) => `Dear ${name}`,
  greetingUnnamed: "Hello",
  automatic:
    "This e-mail was sent by the system and cannot be answered. We never ask for a password by e-mail or telephone.",
  linkHint: "If the button does not work, open this link",
  facts: {
    username: "Username",
    level: "Level",
    agency: "Agency",
    linkUntil: "The link works until",
    reason: "Reason",
    signInBy: "Sign in by",
    when: "Time",
    what: "What changed",
  },
  petition: {
    submitted: "We have your petition. Keep its number to follow it.",
    received: "An officer has taken it in and goes on from here.",
    assigned: "Somebody is responsible for it now.",
    started: "An officer has begun to work on it.",
    correction_asked:
      "An officer asks you to correct something. Open the petition to see what, and correct only that.",
    correction_given: "We have what you corrected. The officer goes on.",
    forwarded: "Your petition was passed on to the unit responsible. There is no need to file again.",
    payment_asked: "Open the petition to see how much is to be paid and how.",
    payment_seen: "The payment is there. The officer goes on.",
    completed: "Open the petition to see the outcome, the reasons and your documents.",
    withdrawn: "You have withdrawn this petition. You may file a new one at any time.",
    closure_confirmed: "Thank you for saying that all is well.",
    reopened: "It is open again. Another officer looks at it anew.",
    delay_told: "Your petition takes longer than promised. Open it to see why.",
  },
  petitionEnded: (outcome) => `${outcome}. Open the petition to see details, reasons and documents.`,
  petitionAnswered: {
    title: "An officer wrote to you about petition",
    body: "Open the petition to read and to answer.",
  },
  petitionNotYours: "If you did not file this petition, tell the agency named above.",
  invited: {
    title: "Set a password to begin",
    body: "You have been given access. This link works once.",
    button: "Set a password",
    notAsked: "If you do not know this agency, do nothing: the link runs out by itself.",
  },
  refused: {
    title: "Access was not granted",
    body: "The registrar has not granted the access that the agency asked for. Once the reason is mended, the agency may ask again.",
    notAsked: "If you know nothing of this request, tell the agency named above.",
  },
  passwordReset: {
    title: "Set a new password",
    body: "Somebody asked for a new password for this account. This link works once.",
    button: "Set a new password",
    notAsked: "If it was not you, do nothing: the old password still works.",
  },
  idleWarning: {
    title: "Sign in before your access ends",
    body: "Nobody has signed in to this account for a long time. Access ends by itself after 60 days.",
    button: "Sign in",
    notAsked: "If you no longer need it, do nothing.",
  },
  linePlan: {
    title: (percent) => `${percent} percent of the month's LINE messages are used`,
    body: "When they are used up, people are told by e-mail and SMS instead. A larger plan is taken at LINE Official Account Manager.",
    button: "See the messages",
    notAsked: "If this is not yours to look after, tell the administrator of your agency.",
  },
  revoked: {
    title: "Your access has ended",
    idle: "Nobody signed in to this account for 60 days, so its access ended by itself. If you still need it, have your agency ask again.",
    ended: "Your access at this agency has ended. If you still need it, have your agency ask again.",
    notAsked: "If you think this is wrong, tell your agency’s admin.",
  },
  sessionElsewhere: {
    title: "Signed in on another machine",
    body: "This account works on one machine at a time, so the earlier one was signed out.",
    button: "See the machines in use",
    notAsked: "If it was not you, set a new password at once and tell your agency’s admin.",
  },
  locked: {
    title: "Your account was locked for safety",
    body: "Something wrong was typed many times in a row. Choose “Forgot password” on the sign-in page to set a new one.",
    button: "Go to the sign-in page",
    notAsked: "If it was not you, tell your agency’s admin.",
  },
  signInChanged: {
    title: "Your way to sign in was changed",
    body: "The way to sign in to this account has changed.",
    button: "See my account",
    notAsked: "If it was not you, set a new password at once and tell your agency’s admin.",
    what: {
      password: "Password",
      passkey_added: "A passkey was added",
      passkey_removed: "A passkey was removed",
      authenticator: "A new authenticator app was set up",
      authenticator_removed: "The authenticator app was removed",
    },
  },
  levelChanged: {
    title: "Your level of access changed",
    body: "Your agency's administrator gave this account another level. Sign in with the same password as before.",
    button: "Sign in",
    notAsked: "If this is not right, tell your agency's administrator.",
  },
  codeAnswered: {
    issued: {
      title: "The central office issued the user code you asked for",
      body: "The person you asked for is named. Next they set a password and register a Soft Token.",
    },
    refused: {
      title: "The central office does not issue the user code you asked for",
      body: "Open what you asked for to read why; you can ask again. The person's hardware key works until the central office's last day.",
    },
    button: "Open it",
    notAsked: "If you did not ask for it, tell the central office at once.",
  },
  tokenDemanded: {
    title: "Your agency demands a Soft Token in the console",
    body: "From that day on you come in by password and Soft Token alone. If you have none, have the head of the agency name you, and finish registering before that day.",
    from: "From",
    button: "Sign in",
    notAsked: "If you cannot register in time, tell your agency's administrator before that day.",
  },
  powerChanged: {
    given: {
      title: "Somebody was given an important level",
      body: "Your agency's administrator gave this level. The other administrators and the auditors are told each time.",
    },
    taken: {
      title: "Somebody lost an important level",
      body: "Your agency's administrator took or changed this level. The other administrators and the auditors are told each time.",
    },
    of: "Name",
    by: "Done by",
    button: "See the officers",
    notAsked: "If this is not right, ask who did it, or tell the head of your agency at once.",
  },
  clock: {
    due: {
      title: "A petition is due soon",
      body: "The day by which an answer is due comes near. Finish it, or ask the applicant for what is missing.",
      button: "Open the petition",
      notAsked: "You get this because the petition is yours, or your staff's.",
    },
    late: {
      title: "A petition is overdue",
      body: "The day by which an answer was due has passed. Tell the applicant why, and finish it.",
      button: "Open the petition",
      notAsked: "You get this because the petition is yours, or your staff's.",
    },
    letter: {
      title: "A letter of delay waits to be sent",
      body: "It is drafted. Fill in why it is late and send it to the applicant.",
      button: "Open the draft",
      notAsked: "You get this because the petition is yours, or your staff's.",
    },
  },
  letterBy: "Letter by",
  phoneLost: {
    title: "A phone with a Soft Token was lost; the Soft Token is stopped",
    body: "The Soft Token, the computers that were signed in and the sign-ins that waited are all stopped; the right itself stays. The head of the agency must write to the central office within three working days from the day of the loss. The letter is drafted.",
    button: "Open the letter",
    notAsked: "You receive this as head of the agency of this right.",
  },
  lostLetter: {
    title: "The letter about a lost phone is still to come",
    body: "Once it is sent to the central office, write its number and date down in the system.",
    button: "Open the letter",
    notAsked: "You receive this as head of the agency of this right.",
  },
  reopened: {
    title: "The citizen says it is not done",
    yours: "This petition was opened again and given to you. See what the citizen says, and go on with it",
    nobody:
      "This petition was opened again. Nobody else in its unit can take it on, so it waits in the queue. Please assign it",
    button: "Open the petition",
    notAsked: "You get this because the petition is yours, or because you head its unit",
  },
  answered: {
    what: {
      said: {
        title: "A new message from a citizen",
        body: "Whoever filed this petition wrote to the agency. Open it to read and answer. Where no answer is needed, press “Seen” on that page.",
      },
      corrected: {
        title: "A citizen sent the correction",
        body: "The clock of this petition goes on. See what was corrected, and go on with it.",
      },
      withdrawn: { title: "A citizen withdrew a petition", body: "It is over; nothing is left to do." },
    },
    button: "Open the petition",
    notAsked: "You get this because the petition is yours, or because you work in its unit",
  },
  secondStepReset: {
    title: "Set up your second step anew",
    body: "An admin removed your authenticator app and passkeys. Sign in with your password, then set up the app as the page says.",
    button: "Go to the sign-in page",
    notAsked: "If you did not ask for this, set a new password at once and tell your agency’s admin.",
    reason: {
      lost: "Phone or device lost",
      replaced: "New phone or device",
      broken: "Phone or device broken",
      suspected: "Somebody else may have used it",
    },
  },
};
