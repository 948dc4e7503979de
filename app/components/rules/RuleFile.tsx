import { Banner, BlockStack, Button, InlineStack, List } from "@shopify/polaris";
import { ExportIcon, ImportIcon } from "@shopify/polaris-icons";
import { useRef, useState } from "react";
import { Rule } from "../../domain/rules/condition";
import { currenciesIn } from "../../domain/rules/rule-currencies";
import type { RuleJsonProblem } from "../../domain/rules/rule-json";
import { parseRuleJson, ruleToJson } from "../../domain/rules/rule-json";
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
      setProblems([{ path: "", message: `The rule has amounts in ${foreign.join(", ")}, and your shop’s currency is ${currency}` }]);
      return;
    }
    setProblems([]);
    onChange(ruleToForm(parsed.rule));
  };

  return (
    <BlockStack gap="300">
      <InlineStack gap="200">
        <Button icon={ExportIcon} disabled={!valid.success} onClick={() => valid.success && downloadText("rule.json", "application/json", ruleToJson(valid.data))}>Export rule</Button>
        <Button icon={ImportIcon} onClick={() => picker.current?.click()}>Import rule</Button>
        <input
          ref={picker} type="file" accept="application/json,.json" hidden aria-label="Rule file"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            // The same file may be chosen again once it is mended.
            event.currentTarget.value = "";
            if (file) void read(file);
          }}
        />
      </InlineStack>
      {problems.length > 0 && (
        <Banner tone="critical" title="The rule wasn’t imported" onDismiss={() => setProblems([])}>
          <List>
            {problems.slice(0, mostShown).map(({ path, message }) => <List.Item key={`${path} ${message}`}>{path === "" ? message : `${path}: ${message}`}</List.Item>)}
          </List>
        </Banner>
      )}
    </BlockStack>
  );
}
