import type { ComponentChildren } from "preact";

/** Cards below each other, or as many beside each other as there is room for. */
export function Cards({ layout, children }: { layout: "list" | "grid"; children: ComponentChildren }) {
  if (layout === "list") return <s-stack accessibilityRole="unordered-list" gap="base">{children}</s-stack>;
  return (
    <s-grid accessibilityRole="unordered-list" gridTemplateColumns="repeat(auto-fill, minmax(150px, 1fr))" gap="base">
      {children}
    </s-grid>
  );
}
