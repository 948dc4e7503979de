import type { RemoteReceiver, RemoteReceiverAttachableChild, RemoteReceiverAttachableComponent } from "@remote-ui/core";
import { KIND_COMPONENT } from "@remote-ui/core";
import { isComponentName, propProblems } from "./component-props";
import type { Component, Surroundings } from "./components/component";
import { createComponent } from "./components/create";

interface MountedNode {
  readonly node: Node;
  unmount(): void;
}

/** Keeps `container` equal to what the extension rendered; every unknown component or prop goes to `report` once. */
export function renderTree(receiver: RemoteReceiver, container: HTMLElement, report: (problem: string) => void): void {
  const { root } = receiver.attached;
  const children = childSync(receiver, container, { headingLevel: 2 }, report);
  receiver.attached.subscribe(root, () => children.sync(root.children));
  children.sync(root.children);
}

function childSync(receiver: RemoteReceiver, slot: HTMLElement, surroundings: Surroundings, report: (problem: string) => void) {
  const mounted = new Map<string, MountedNode>();

  function sync(children: readonly RemoteReceiverAttachableChild[]): void {
    const wanted = new Set(children.map(({ id }) => id));
    for (const [id, child] of mounted) {
      if (wanted.has(id)) continue;
      child.unmount();
      mounted.delete(id);
    }
    children.forEach((child, index) => {
      const current = mounted.get(child.id) ?? mountNode(receiver, child, surroundings, report);
      mounted.set(child.id, current);
      // Moving a node takes the focus away from it, so what stands right stays.
      const standing = slot.childNodes[index] ?? null;
      if (standing !== current.node) slot.insertBefore(current.node, standing);
    });
  }

  return { sync, clear: () => sync([]) };
}

function mountNode(
  receiver: RemoteReceiver,
  child: RemoteReceiverAttachableChild,
  surroundings: Surroundings,
  report: (problem: string) => void,
): MountedNode {
  if (child.kind === KIND_COMPONENT) return mountComponent(receiver, child, surroundings, report);
  const node = document.createTextNode(child.text);
  const unsubscribe = receiver.attached.subscribe(child, ({ text }) => {
    node.data = text;
  });
  return {
    node,
    unmount() {
      unsubscribe();
      node.remove();
    },
  };
}

function mountComponent(
  receiver: RemoteReceiver,
  child: RemoteReceiverAttachableComponent,
  surroundings: Surroundings,
  report: (problem: string) => void,
): MountedNode {
  const props = (): Record<string, unknown> => Object.fromEntries(Object.entries(child.props ?? {}));
  const name = String(child.type);
  const seen = new Set<string>();
  const check = () => {
    for (const problem of propProblems(name, props())) {
      if (seen.has(problem)) continue;
      seen.add(problem);
      report(problem);
    }
  };
  check();
  if (!isComponentName(name)) return placeholder();

  const component: Component<Record<string, unknown>> = createComponent(name, props(), surroundings);
  const inner = name === "HeadingGroup" ? { headingLevel: surroundings.headingLevel + 1 } : surroundings;
  const children = childSync(receiver, component.slot ?? component.element, inner, report);
  const update = () => {
    check();
    component.update(props());
    if (component.slot !== null) children.sync(child.children);
  };
  const unsubscribe = receiver.attached.subscribe(child, update);
  update();
  return {
    node: component.element,
    unmount() {
      unsubscribe();
      children.clear();
      component.element.remove();
    },
  };
}

function placeholder(): MountedNode {
  const node = document.createElement("span");
  return { node, unmount: () => node.remove() };
}
