/** Holds the place of what is being loaded, at about its height, so that the page does not move when it comes. */
export function Skeleton({ heading, cards, layout }: { heading: string | null; cards: number; layout: "list" | "grid" }) {
  const rows = layout === "list" ? cards : Math.ceil(cards / 2);
  return (
    <s-section {...(heading ? { heading } : {})}>
      <s-stack gap="base">
        {!heading && <s-skeleton-paragraph content="You may also like" />}
        {Array.from({ length: rows }, (_, row) => (
          <s-box key={row} minBlockSize={layout === "list" ? "168px" : "320px"}>
            <s-skeleton-paragraph />
          </s-box>
        ))}
      </s-stack>
    </s-section>
  );
}
