// How Mantine's components behave here. Colours and sizes are in tokens.css.

import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  Modal,
} from "@mantine/core";
import { text } from "../text";

// What is joint is ink. The values are never painted: tokens.css says them for light and dark.
const ink = Array(10).fill("#17181c") as unknown as MantineColorsTuple;

export const theme = createTheme({
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  defaultRadius: 8,
  colors: { ink },
  primaryColor: "ink",
  primaryShade: 6,
  // Ink turns light in the dark, so that what stands on it is paper and never white.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    return input.variant === "filled" ? { ...colors, color: "var(--paper)" } : colors;
  },
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    // The lock would write a style element, which the content policy forbids.
    Modal: Modal.extend({
      defaultProps: { lockScroll: false, closeButtonProps: { "aria-label": text.actions.close } },
    }),
  },
});
