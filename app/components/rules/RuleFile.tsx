import { Banner, BlockStack, Button, InlineStack, List } from "@shopify/polaris";
import { ExportIcon, ImportIcon } from "@shopify/polaris-icons";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Rule } from "../../domain/rules/condition";
import { currenciesIn } from "../../domain/rules/rule-currencies";
import type { RuleJsonProblem } from "../../domain/rules/rule-json";
import { parseRuleJson, ruleToJson } from "../../domain/rules/rule-json";
import { errorText } from "../../i18n/error-text";
import { downloadText } from "../download";
import { formToRule, ruleToForm } from "./rule-form";
import type { GroupForm } from "./rule-form";
import { useRuleContext } from "./rule-context";

const mostShown = 5;

interface RuleFileProps {
  rule: GroupForm;
  onChange: (rule: GroupForm) => void;
}

/** Takes the rule out as a file, and puts one in its place; nothing is saved until staff save the offer. */
export function RuleFile({ rule, onChange }: RuleFileProps) {
  const { t } = useTranslation();
  const { currency } = useRuleContext();
  const picker = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<RuleJsonProblem[]>([]);
  const valid = Rule.safeParse(formToRule(rule, currency));

  const read = async (file: File) => {
    const parsed = parseRuleJson(await file.text());
    if (!parsed.ok) {
      setProblems(parsed.problems);
      return;
    }
    // Amounts are edited in the shop's currency, and 20 euros are not 20 pounds.
    const foreign = currenciesIn(parsed.rule).filter((other) => other !== currency);
    if (foreign.length > 0) {
      setProblems([{ path: "", message: t("rules:file.foreign", { currencies: foreign, currency }) }]);
      return;
    }
    setProblems([]);
    onChange(ruleToForm(parsed.rule));
  };

  return (
    <BlockStack gap="300">
      <InlineStack gap="200">
        <Button icon={ExportIcon} disabled={!valid.success} onClick={() => valid.success && downloadText("rule.json", "application/json", ruleToJson(valid.data))}>{t("rules:file.export")}</Button>
        <Button icon={ImportIcon} onClick={() => picker.current?.click()}>{t("rules:file.import")}</Button>
        <input
          ref={picker} type="file" accept="application/json,.json" hidden aria-label={t("rules:file.label")}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            // The same file may be chosen again once it is mended.
            event.currentTarget.value = "";
            if (file) void read(file);
          }}
        />
      </InlineStack>
      {problems.length > 0 && (
        <Banner tone="critical" title={t("rules:file.refused")} onDismiss={() => setProblems([])}>
          <List>
            {problems.slice(0, mostShown).map(({ path, message }) => <List.Item key={`${path} ${message}`}>{path === "" ? errorText(t, message) : t("rules:file.problemAt", { path, message: errorText(t, message) })}</List.Item>)}
          </List>
        </Banner>
      )}
    </BlockStack>
  );
}
