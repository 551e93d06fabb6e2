import { useEffect } from "react";

const settled = 100; // milliseconds: what gives the focus by itself has done so

// What held the focus may go away (a file that counts now, a webhook that was removed), or be shut for the
// time that the server takes. It gets the focus back, or the nearest heading does that is still there, so
// that who works by keyboard or screen reader goes on from there and not from the top of the page.
export function useFocusKept() {
  useEffect(() => {
    let around: Element[] = []; // what held the focus last, then what it stands in
    let shut: Element | undefined; // the same, when it lost the focus by being shut
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent) => {
      shut = undefined;
      if (target instanceof Element && target !== document.body)
        around = [target, ...above(target)];
    };
    const mend = () => {
      const [last, ...rest] = around;
      if (!last || document.activeElement !== document.body) return;
      if (!last.isConnected) return headingNear(rest.find((one) => one.isConnected))?.focus();
      if (last === shut && !last.matches(":disabled")) (last as HTMLElement).focus();
    };
    const changed = new MutationObserver(() => {
      const [last] = around;
      if (last?.matches(":disabled")) shut = last;
      if (!last || (last.isConnected && last !== shut)) return;
      clearTimeout(timer);
      timer = setTimeout(mend, settled);
    });
    document.addEventListener("focusin", remember);
    changed.observe(document.body, {
      childList: true,
      subtree: true,
      attributeFilter: ["disabled"],
    });
    return () => {
      clearTimeout(timer);
      document.removeEventListener("focusin", remember);
      changed.disconnect();
    };
  }, []);
}

function above(element: Element): Element[] {
  const parent = element.parentElement;
  return parent && parent !== document.body ? [parent, ...above(parent)] : [];
}

function headingNear(left: Element | undefined): HTMLElement | null {
  const within = left?.closest("section, article, main, [role=dialog]") ?? document;
  const heading =
    within.querySelector<HTMLElement>("h1, h2, h3") ??
    document.querySelector<HTMLElement>("main h1");
  if (heading && !heading.hasAttribute("tabindex")) heading.tabIndex = -1;
  return heading;
}
