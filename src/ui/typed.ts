type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What somebody filled in: a control, and how to fill it in again. */
interface Filled {
  control: Control;
  giveBack(): void;
}

/**
 * What somebody typed, ticked and chose on a page before its scripts ran. Hydrating sets many controls to what the page
 * came with, so this is asked just before, and the answer called right after: it fills them in again and says so to
 * whatever listens to them.
 */
export function keepTyped(): () => void {
  const controls = [...document.querySelectorAll<Control>('input, textarea, select')];
  const filled = controls.flatMap(filledIn);
  return () => {
    for (const { control, giveBack } of filled) {
      giveBack();
      for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind, { bubbles: true }));
    }
  };
}

function filledIn(control: Control): Filled[] {
  if (control instanceof HTMLSelectElement) return chosenIn(control);
  if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio'))
    return tickedIn(control);
  // Hidden fields have no other value than the page's, and nobody may set the one of a file.
  if (control.type === 'hidden' || control.type === 'file' || control.value === control.defaultValue)
    return [];
  const { value } = control;
  return [{ control, giveBack: () => typeInto(control, value) }];
}

/** A control that has the value already is left alone: setting it would move the caret. */
function typeInto(control: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  if (control.value !== value) control.value = value;
}

/** Of radio buttons, the one that is on stands for its group. */
function tickedIn(control: HTMLInputElement): Filled[] {
  const { checked, type } = control;
  if (checked === control.defaultChecked || (type === 'radio' && !checked)) return [];
  return [{ control, giveBack: () => void (control.checked = checked) }];
}

function chosenIn(control: HTMLSelectElement): Filled[] {
  const options = [...control.options];
  const marked = options.findIndex(({ defaultSelected }) => defaultSelected);
  const initially = marked >= 0 ? marked : options.findIndex(({ disabled }) => !disabled);
  const { selectedIndex } = control;
  if (control.multiple || selectedIndex === initially) return [];
  return [{ control, giveBack: () => void (control.selectedIndex = selectedIndex) }];
}
