/** The colours of cards in chat: those of the design system (server/http/page/css/tokens.css). */
export const colours = {
  ink: "#1D1B16",
  quiet: "#57503F",
  teal: "#0F5C5C",
  ivory: "#FBF6EA",
  red: "#A61B12",
  green: "#17653A",
} as const;
