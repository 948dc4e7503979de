import { Banner, Button, List } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { GroupForm } from "../rules/rule-form";
import type { FieldIssue } from "./editor-data";
import { goToPlace, issueText } from "./issue-place";

/** What keeps an offer from being saved; each message leads to its field. */
export function IssuesBanner({ issues, rule }: { issues: readonly FieldIssue[]; rule: GroupForm }) {
  const { t } = useTranslation();
  if (issues.length === 0) return null;
  return (
    <Banner tone="critical" title={t("offers:editor.wrong", { count: issues.length })}>
      <List>
        {issues.map((issue) => (
          <List.Item key={issue.path}>
            <Button variant="plain" textAlign="start" onClick={() => goToPlace(issue.path)}>{issueText(t, issue, rule)}</Button>
          </List.Item>
        ))}
      </List>
    </Banner>
  );
}
