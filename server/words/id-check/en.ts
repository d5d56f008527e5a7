import type { Shape } from "../shape.ts";
import type { idCheckTh } from "./th.ts";

/** ID pictures, from the phone to what its owner is told (E1.3, E1.4), in English. */
export const idCheckEn: Shape<typeof idCheckTh> = {
  title: "Prove who you are",
  lead: (agency) => `Take pictures for the officers of ${agency} to check that it is you`,
  crossOut: "Every picture is crossed out with these words before it is kept. The plain one is kept nowhere",
  slots: {
    card_front: "ID card, front",
    card_back: "ID card, back",
    card_with_face: "Your face with the card",
  },
  hints: {
    card_front:
      "Fill the frame with the card; name and number must be readable. Religion and blood group may be covered",
    card_back: "All edges of the card in view. The laser code may be covered",
    card_with_face: "Hold the card beside your face, looking straight ahead; its number must be readable",
  },
  agencies: {
    title: "Who should check your pictures?",
    lead: "Choose the municipality you turn to. One check is good at every agency",
    other: "Other ways to confirm your identity",
  },
  missing: "No picture yet",
  kept: "Picture received",
  redo: "To be taken again",
  good: "Good already",
  faults: {
    unclear: "The picture is not clear",
    cut_off: "Part of the card is cut off",
    other_side: "Not the side or picture that was asked for",
    name_differs: "The name is not the one you registered",
    number_differs: "The number is not the one you registered",
    expired: "The card has expired",
    face_differs: "The face is not the one on the card",
    covered: "Something that is to be checked is covered",
  },
  choose: "Choose or take a picture",
  camera: "Take a picture",
  album: "Choose from the album",
  again: "Take it again",
  send: "Send this picture",
  shown: "What will be sent",
  shownHint: "It is crossed out. Move the black bars over what nobody needs to see",
  masks: { religion: "Cover religion", blood: "Cover blood group", laser: "Cover laser code" },
  maskMove: (what) => `${what}: drag it, or move it with the arrow keys`,
  sending: "Sending the picture",
  keptUnseen:
    "The picture was received, but this page does not show it yet. Open the page again to go on; you need not send it again",
  lost: "It was not sent; the signal may have dropped. The picture is still here: send it again",
  undrawable: "This picture cannot be opened. Choose a JPEG or PNG",
  picture: (slot) => `${slot}, as it was sent, crossed out`,
  submit: "Send to the officers",
  submitLead: "Once all pictures are there",
  profile: "No profile picture is needed to be checked.",
  profileLater: "It can be uploaded later",
  left: (count) => (count === 1 ? "One picture is missing" : `${count} pictures are missing`),
  none: "This agency asks for no pictures",
  states: {
    waiting: "Your identity is being checked",
    waitingNext:
      "Officers check in office hours. We tell you the result in LINE and by e-mail; other services can be used meanwhile",
    approved: "Your identity is confirmed",
    approvedNext:
      "You can use services that need it, at every agency. Your pictures have been deleted or are being deleted",
    sentBack: "Some pictures are needed again",
    sentBackNext: "Take only those with a reason beside them. The others are good",
    said: "The officer wrote",
    sentAt: "Sent at",
  },
  wrongName: {
    title: "The name is not the one on the card",
    registered: "The name registered",
    ifRight: "If the name registered is right",
    takeAgain: "Take the picture of the card again so that the name can be read, and send it",
    ifWrong: "If the card is right and the name registered is wrong",
    byThaId:
      "Prove who you are with ThaID: its name takes the place of the one registered, and no picture is needed. If you cannot use ThaID, contact the agency. A new picture does not change the name registered",
    contact: "Contact the agency",
  },
  goOn: "Go on",
  account: "To the first page",
  climb: "See your level of assurance",
  refusal: {
    picture_heavy: () =>
      "The picture is larger than 1.5 MB. Make it smaller, or open this page in a browser that runs scripts",
    picture_unreadable: () => "This file is no JPEG or PNG picture. Take it again or choose another file",
    picture_large: () => "The picture is wider or higher than 2,000 pixels. Make it smaller first",
    picture_small: () => "The picture is too small to read the number. Take it from closer",
    picture_broken: () => "The file is cut off or damaged. Take it again or choose another file",
    picture_not_kept: () => "The picture cannot be kept right now. Nothing was saved; send it again",
    id_picture_none: () => "Choose a picture first",
    id_picture_not_asked: () => "This agency does not ask for this picture",
    id_check_waiting: () => "Your pictures are with the officers. Wait for the result",
    id_checked_already: () => "Your identity is confirmed already. No more pictures are needed",
    id_pictures_too_many: () => "Too many pictures were sent. Those you sent are kept; try again in an hour",
    id_pictures_missing: ({ slots }) =>
      slots.length === 0
        ? "There is no picture to send"
        : `Still missing: ${slots.length}. Send all pictures first`,
    session_locked: () => "Open your account with your PIN first",
    agency_unknown: () => "There is no such agency",
  },
  told: {
    approvedTitle: "Your identity is confirmed",
    approvedBody: (agency) =>
      `${agency} has checked your pictures. You can use services that need it; the pictures will be deleted`,
    sentBackTitle: "New ID pictures are needed",
    sentBackBody: (agency) =>
      `${agency} has checked. Please take only the pictures below again; the others are good`,
    open: "To the services",
    redo: "Take the pictures",
    agency: "Agency",
    notYours: "If you sent no pictures, please contact the agency named above",
  },
};
