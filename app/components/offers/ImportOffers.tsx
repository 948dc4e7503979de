import { Banner, List } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { errorText } from "../../i18n/error-text";

const mostShown = 5;

/** A hidden file field, and what opens it; the text of the chosen file is handed on. */
export function useFilePicker(label: string, onRead: (text: string) => void) {
  const field = useRef<HTMLInputElement>(null);
  return {
    open: () => field.current?.click(),
    field: (
      <input
        ref={field} type="file" accept="application/json,.json" hidden aria-label={label}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file may be chosen again once it is mended.
          event.currentTarget.value = "";
          if (file) void file.text().then(onRead);
        }}
      />
    ),
  };
}

/** Why a file wasn't imported, until it is put away or another one is tried. */
export function ImportProblems({ problems }: { problems: { path: string; message: string }[] }) {
  const { t } = useTranslation();
  const [away, setAway] = useState<typeof problems | null>(null);
  if (problems.length === 0 || away === problems) return null;
  return (
    <Banner tone="critical" title={t("offers:importRefused")} onDismiss={() => setAway(problems)}>
      <List>
        {problems.slice(0, mostShown).map(({ path, message }) => <List.Item key={`${path} ${message}`}>{problemText(t, path, errorText(t, message))}</List.Item>)}
      </List>
    </Banner>
  );
}

/** Which offer of the file is meant, and which of its fields as the file names it; what is wrong with the whole file says so itself. */
function problemText(t: TFunction, path: string, message: string): string {
  const [, index, field] = /^offers\.(\d+)(?:\.(.+))?$/.exec(path) ?? [];
  if (index === undefined) return message;
  const number = Number(index) + 1;
  return field === undefined ? t("offers:importOffer", { number, message }) : t("offers:importField", { number, field, message });
}
