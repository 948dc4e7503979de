import { signal } from "@preact/signals";

/** A state that events change; a component that reads `state.value` follows it. */
export interface Store<State, Event> {
  readonly state: { readonly value: State };
  readonly send: (event: Event) => void;
}

/** `next` is pure; it returns the state it was given when the event changes nothing. */
export function openStore<State, Event>(initial: State, next: (state: State, event: Event) => State): Store<State, Event> {
  const state = signal(initial);
  return {
    state,
    send: (event) => {
      state.value = next(state.value, event);
    },
  };
}
