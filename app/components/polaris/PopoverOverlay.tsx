import { PopoverCloseSource, PopoverOverlay as PolarisOverlay } from "@shopify/polaris/build/esm/components/Popover/components/PopoverOverlay/PopoverOverlay.js";
import type { ComponentProps, ComponentRef } from "react";
import { forwardRef } from "react";
import { useAfterPaint } from "../use-after-paint";

/**
 * What a popover shows, after its button is drawn as pressed; vite.config.ts puts it in the place of Polaris's own, so that menus
 * within Polaris's components have it as well. Measuring and placing it takes a middling phone longer than an answer may take.
 */
export const PopoverOverlay = forwardRef<ComponentRef<typeof PolarisOverlay>, ComponentProps<typeof PolarisOverlay>>(
  function PopoverOverlay({ active, ...rest }, ref) {
    const drawn = useAfterPaint(active);
    return <PolarisOverlay {...rest} ref={ref} active={active && drawn} />;
  },
);

export { PopoverCloseSource };
