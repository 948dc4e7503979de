import { BlockStack, Link, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { timeText } from "../../i18n/values";
import type { StoryEvent } from "./story-events";

/** What happened, in order of time. */
export function Timeline({ events, timeZone }: { events: readonly StoryEvent[]; timeZone: string }) {
  const { t } = useTranslation();
  return (
    <ol className="timeline">
      {events.map((event, index) => (
        <li key={index} data-tone={event.tone}>
          <BlockStack gap="050">
            <Text as="p" fontWeight="medium">{event.title}</Text>
            {event.detail !== "" && <Text as="p">{event.detail}</Text>}
            {event.link && <div><Link url={event.link.url}>{event.link.label}</Link></div>}
            <Text as="p" tone="subdued" variant="bodySm"><time dateTime={event.at}>{timeText(t, event.at, timeZone)}</time></Text>
          </BlockStack>
        </li>
      ))}
    </ol>
  );
}
