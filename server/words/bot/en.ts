import type { Shape } from "../shape.ts";
import type { botTh } from "./th.ts";

/** What the chat says, in English. */
export const botEn = {
  tiles: {
    code: "Get a service code",
    petition: "File a petition",
    track: "Track a petition",
    documents: "My documents",
    account: "My account",
    help: "Help",
  },
  menuBar: "Pratu menu",
  buttons: {
    register: "Register",
    join: "Sign in / register",
    resume: "Continue",
    notNow: "Later",
    scan: "Scan the QR",
    openCode: "Open the code",
    openHome: "Open my page",
    services: "Choose a service",
    petitions: "My petitions",
    documents: "My documents",
    openAccount: "Open my account",
    unlock: "Open the PIN page",
    lost: "Report a lost phone",
    token: "Open Soft Token",
    devices: "Devices signed in",
    recover: "Set a new PIN",
    menu: "Show the menu",
    help: "Help",
  },
  greeting: {
    title: (name: string | null) => (name === null ? "Hello and welcome" : `Hello, ${name}`),
    titleAgain: (name: string | null) => (name === null ? "Welcome back" : `Welcome back, ${name}`),
    body: "Pratu lets you file petitions with your municipality and get service codes, on your phone.",
    register: "Register once to begin. Have your ID card at hand.",
    ready: "Your account is ready. Press the button when you are at the facility.",
  },
  register: {
    title: "Please register first, just once",
    body: "You need your ID card and a phone that gets SMS. You can come back to it at any time.",
  },
  join: {
    title: { petitions: "See your petitions", documents: "See your documents" },
    body: "Register once, or sign in if you have an account.",
  },
  resume: {
    title: (left: number) => (left === 1 ? "1 step left" : `${left} steps left`),
    next: (step: string) => `Next: ${step}`,
    kept: "What you filled in is still there.",
    reminderTitle: "Your registration is not finished",
    reminderBody: (left: number, step: string) =>
      `${left === 1 ? "1 step" : `${left} steps`} left. Go on with: ${step}`,
    postponed: "All right. What you filled in stays. Type “register” when you want to go on.",
  },
  steps: {
    consent: "the agreement",
    number: "ID number",
    name: "first and last name",
    birth: "birth date and card-back number",
    pin: "6-digit PIN",
    pin_again: "PIN once more",
    phone: "phone number",
    review: "a last look",
    otp: "OTP",
  },
  notChecked: {
    title: "Your identity is still to be checked",
    body: "Service codes open once an officer has checked your identity, so that nobody else sees your data.",
  },
  askCode: {
    title: "Get a service code",
    body: "At the facility, press the button and scan the QR at the counter.",
  },
  codes: {
    none: "No code today yet",
    noneBody: "At the facility, press the button and scan the QR at the counter.",
    notFound: "This code is not in your account",
    notFoundBody: "Please check the digits, or see all your codes on your page.",
    cancelTitle: "Cancel a code",
    cancelBody: "Open the code and press cancel there. This works until the counter has used it.",
  },
  staff: {
    linked:
      "This LINE is now linked to your staff account. Petitions that are given to you are told here. Type “my work” to see yours at any time",
    noWork: "No petition is given to you now. You will be told here when one is",
    notLinked:
      "“My work” is for officers whose LINE is linked to their staff account: link it in the console under “My LINE”. To see petitions you filed, type “petition”",
    wrong: "This code does not work; it may be over or used. Make a new one in the console and type it again",
  },
  drafts: {
    title: "Begun and not sent",
    saved: (at) => `Saved ${at}`,
    goOn: "Go on",
  },
  petitions: {
    found: "Is it about this?",
    foundBody: "Open it to read more and file a petition.",
    none: "No petitions yet",
    noneBody: "Choose a service of your municipality and file from your phone",
    notFound: "There is no petition of that number in your account",
    notFoundBody: "Please check the number, or open all your petitions",
    file: "Choose your municipality and the service, then answer step by step. You can go on later",
    documents: "Receipts, licences and letters that were issued to you: open or download them here",
    more: "All petitions",
  },
  phoneLost: {
    title: "A phone with a Soft Token is lost",
    body: "Report it from here at once, your own or a colleague’s. The Soft Token stops immediately.",
    own: "Without a Soft Token, sign the lost phone out in your account.",
    other: "A phone without a Soft Token need not be reported here.",
  },
  softToken: {
    whom: "Soft Tokens are only for officials whom an agency named to a right. Citizens need none.",
    topics: {
      about: {
        title: "Soft Token",
        body: [
          "Confirm a sign-in on the Soft Token page of this phone. All else is done on a computer with user code and password.",
        ],
        button: "Sign in with user code",
      },
      password: {
        title: "Password of a user code forgotten",
        body: [
          "Tell the head of your agency to file request 1, “A new password”. The link to set it comes to your registered e-mail.",
        ],
        button: "",
      },
      phone_changed: {
        title: "Another phone for the Soft Token",
        body: [
          "The old phone works: choose “Change phone” on a computer, then confirm with the PIN on the old phone.",
          "The old phone does not work: file request 2, “Another phone”. If it is lost, report that first.",
        ],
        button: "Change phone",
      },
      renew: {
        title: "Renew the Soft Token",
        body: [
          "From 30 days before its end: sign in on a computer, press “Renew”, then confirm with the PIN on the phone.",
        ],
        button: "Renew Soft Token",
      },
      end: {
        title: "End the Soft Token",
        body: [
          "Sign in on a computer, choose why, and confirm. If the phone is lost, report that instead: it stops at once.",
        ],
        button: "End Soft Token",
      },
      request: {
        title: "Requests for Soft Token services",
        body: [
          "See how a request stands on a computer with your user code. The outcome always comes by e-mail and LINE.",
        ],
        button: "See requests",
      },
    },
  },
  account: {
    title: "My account",
    body: "See your details, change PIN or phone, and see who may ask for whom.",
  },
  help: {
    title: "How to use Pratu",
    body: "File petitions with your municipality by the button below, or scan the QR at a facility to get a code.",
    words: "You can type: menu, petition, documents, status, code or cancel.",
    counter: "Stuck at a facility? Tell the staff at the counter. You are served without the app, too.",
  },
  status: {
    clear: "Registered. No code today yet",
    clearBody: "At the facility, press the button and scan the QR at the counter.",
  },
  cancelled: {
    asked: "Cancelled. Nothing has changed.",
    registration: "Stopped here for now. What you filled in stays, and no account has been made.",
    nothing: "There is nothing to cancel.",
  },
  secret: {
    title: {
      citizen_id: "Please never type your ID number in chat",
      laser_code: "Please never type the card-back number in chat",
      six_digits: "Please never type a PIN or OTP in chat",
    },
    body: "What is in a chat shows on every device with this LINE. We did not keep it. Please delete the message and use the safe page.",
  },
  forgotPin: {
    title: "Forgotten PIN",
    body: "Set a new one with your ID card and an OTP to your phone.",
  },
  notUnderstood: {
    words: "Sorry, I did not understand that",
    media: "Sorry, I can only read text",
    body: "Please choose a button below.",
    more: "At a facility, the staff at the counter can help at once.",
  },
  menu: { title: "What would you like to do?", body: "Choose a button, or the menu below." },
  thanks: "Glad to help",
  oldButton: "This button no longer works. Please choose again below.",
} satisfies Shape<typeof botTh>;
