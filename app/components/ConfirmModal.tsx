import { Modal, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface ConfirmModalProps {
  open: boolean;
  title: string;
  confirm: string;
  destructive?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
  /** Below the text: what it is about, at length. */
  details?: ReactNode;
}

/** Asks before something that can't be undone by the same button. */
export function ConfirmModal({ open, title, confirm, destructive = false, onConfirm, onClose, children, details }: ConfirmModalProps) {
  const { t } = useTranslation();
  return (
    <Modal
      open={open}
      title={title}
      onClose={onClose}
      size="small"
      primaryAction={{
        content: confirm,
        destructive,
        onAction: () => {
          onConfirm();
          onClose();
        },
      }}
      secondaryActions={[{ content: t("common:cancel"), onAction: onClose }]}
    >
      <Modal.Section><Text as="p">{children}</Text></Modal.Section>
      {details && <Modal.Section>{details}</Modal.Section>}
    </Modal>
  );
}
