/** Says what went wrong where it went wrong; read out as soon as it is there. */
export function ProblemBanner({ children }: { children: string }) {
  return (
    <s-banner tone="warning">
      <s-text>{children}</s-text>
    </s-banner>
  );
}
