// Keys: one place that listens, so that two screens never fight over one.

import { useEffect, useRef } from "react";

/** What each key does: `a`, `?`, `g l` (one after the other), `mod+k`. */
export type Keys = Record<string, () => void>;

const STORED = "tandem-single-keys";
/** The second key of a sequence comes within this. */
const SEQUENCE_MS = 1500;

export function singleKeysOn(): boolean {
  return localStorage.getItem(STORED) !== "off";
}

export function setSingleKeys(on: boolean): void {
  localStorage.setItem(STORED, on ? "on" : "off");
}

/** What those on screen listen for; the latest is asked first. */
const listeners: { current: Keys }[] = [];
let first: { key: string; at: number } | undefined;

/** Somebody writes there, so that letters are letters. */
function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function found(key: string): (() => void) | undefined {
  for (let at = listeners.length - 1; at >= 0; at -= 1) {
    const act = listeners[at]?.current[key];
    if (act !== undefined) return act;
  }
  return undefined;
}

function beginsSequence(key: string): boolean {
  return listeners.some(({ current }) =>
    Object.keys(current).some((name) => name.startsWith(`${key} `)),
  );
}

/**
 * Keys of one letter rest while somebody writes, while a dialog is open, and when they are switched
 * off.
 */
function hear(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey) return;
  const isModified = event.ctrlKey || event.metaKey;
  const key = isModified ? `mod+${event.key.toLowerCase()}` : event.key;
  const rests = isWriting(event.target) || !singleKeysOn() || hasDialog();
  if (!isModified && rests) return;
  const before =
    first !== undefined && event.timeStamp - first.at < SEQUENCE_MS ? first : undefined;
  first = undefined;
  const act = before ? found(`${before.key} ${key}`) : found(key);
  if (act !== undefined) {
    event.preventDefault();
    act();
  } else if (before === undefined && !isModified && beginsSequence(key)) {
    first = { key, at: event.timeStamp };
  }
}

function hasDialog(): boolean {
  return document.querySelector("[role=dialog]") !== null;
}

/** Listens for keys while the component is on screen. */
export function useKeys(keys: Keys, on = true): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    if (!on) return;
    if (listeners.length === 0) window.addEventListener("keydown", hear);
    listeners.push(current);
    return () => {
      listeners.splice(listeners.indexOf(current), 1);
      if (listeners.length === 0) window.removeEventListener("keydown", hear);
    };
  }, [on]);
}
