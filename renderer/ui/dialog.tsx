import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './button';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
  /** A question that must be answered: no closing by Escape or by a click beside it. */
  readonly asks?: boolean;
  readonly onClose: () => void;
}

/** A modal dialog: traps focus, closes with Escape, gives focus back to where it was. */
export function Dialog({ title, children, footer, size = 'small', asks = false, onClose }: Props) {
  return (
    <ModalOverlay
      className="scrim"
      isOpen
      isDismissable={!asks}
      isKeyboardDismissDisabled={asks}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`modal modal-${size}`}>
        <AriaDialog className="dialog" role={asks ? 'alertdialog' : 'dialog'}>
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            {asks ? null : (
              <IconButton label="Close" onPress={onClose} side="left">
                <X />
              </IconButton>
            )}
          </header>
          <div className="dialog-body">{children}</div>
          {footer ? <footer className="dialog-foot">{footer}</footer> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
