import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";

export interface SheetProps {
  title: string;
  open: boolean;
  onClose?: () => void;
  stays?: boolean; // it cannot be closed: the page cannot go on without it
  children: ReactNode;
}

export const SheetWindow = ({ title, open, onClose, stays = false, children }: SheetProps) => (
  <ModalOverlay
    className="shade"
    isOpen={open}
    isDismissable={!stays}
    isKeyboardDismissDisabled={stays}
    onOpenChange={(now) => {
      if (!now) onClose?.();
    }}
  >
    <Modal className="sheet">
      <Dialog>
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        {children}
      </Dialog>
    </Modal>
  </ModalOverlay>
);
