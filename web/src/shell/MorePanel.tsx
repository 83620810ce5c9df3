// On a phone: the places that are not on the bar, and what the side of a wide screen holds.

import { Modal } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMe } from "../session/me";
import { useIsStarting } from "../start/useProgress";
import { text } from "../text";
import { Icon } from "./Icon";
import { LookChoice } from "./LookChoice";
import { placesOf } from "./places";
import css from "./shell.module.css";

interface Props {
  isOpen: boolean;
  close: () => void;
  openKeys: () => void;
}

export function MorePanel({ isOpen, close, openKeys }: Props) {
  const me = useMe();
  const isStarting = useIsStarting();
  return (
    <Modal opened={isOpen} onClose={close} title={text.shell.more} size="sm">
      <ul className={css.places}>
        {placesOf(me?.permissions ?? [], isStarting).map((place) => (
          <li key={place.id} data-below={place.isBelow}>
            <Link to={place.to} className={css.place} onClick={close}>
              <Icon name={place.id} />
              {text.places[place.id]}
            </Link>
          </li>
        ))}
      </ul>
      <div className={css.panelFoot}>
        <LookChoice />
        <button type="button" className={css.quietButton} onClick={openKeys}>
          {text.shell.keys}
        </button>
      </div>
    </Modal>
  );
}
