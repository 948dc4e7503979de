import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { OpenBlock } from "../block/open-block";
import type { Translate } from "../host/texts";

interface Props {
  t: Translate<"decline" | "declineLabel">;
  block: OpenBlock;
  decisionId: string;
  heading: string;
  body: string;
  /** False while it cannot be accepted: then it does not count as made. */
  isSeen?: boolean;
  /** A plain thank-you has nothing to decline. */
  isDeclinable: boolean;
  children?: ComponentChildren;
}

/** An offer with its heading, its text and the way to say no to it. Reports that it was seen. */
export function BlockSection({ t, block, decisionId, heading, body, isSeen = true, isDeclinable, children }: Props) {
  useEffect(() => {
    if (isSeen) block.shown(decisionId);
  }, [block, decisionId, isSeen]);
  return (
    <s-section {...(heading ? { heading } : {})}>
      <s-stack gap="base">
        {body && <s-paragraph>{body}</s-paragraph>}
        {children}
        {isDeclinable && (
          <s-stack direction="inline">
            <s-button variant="secondary" accessibilityLabel={t("declineLabel")} onClick={() => block.decline(decisionId)}>
              {t("decline")}
            </s-button>
          </s-stack>
        )}
      </s-stack>
    </s-section>
  );
}
