/** The colours of cards in chat: those of the design system (server/http/page/css). */
export const colours = {
  ink: "#1F2A2A",
  quiet: "#556363",
  teal: "#0B5A5A",
  ivory: "#FBF6EC",
  line: "#DDD5C4",
  amber: "#8A5300",
  red: "#A4262C",
  green: "#1C6B3C",
  white: "#FFFFFF",
} as const;
