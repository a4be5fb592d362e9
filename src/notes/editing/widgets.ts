import { EditorView, WidgetType } from '@codemirror/view';
import type { RenderMath } from '#markdown/math.ts';
import { formulaAt } from '#markdown/segments.ts';

/** What turns source into HTML that is safe as it stands. */
export interface Renderers {
  math: RenderMath;
  markdown(source: string): string;
}

/** HTML of the renderer in the place of its source. A press on it brings the cursor there, and so the source. */
abstract class Rendered extends WidgetType {
  protected readonly source: string;
  protected readonly renderers: Renderers;

  constructor(source: string, renderers: Renderers) {
    super();
    this.source = source;
    this.renderers = renderers;
  }

  override eq(other: Rendered): boolean {
    return other.source === this.source && other.constructor === this.constructor;
  }

  protected element(tag: 'span' | 'div', className: string, html: string): HTMLElement {
    const element = document.createElement(tag);
    element.className = className;
    // Only what the Markdown renderer made comes here.
    element.innerHTML = html;
    return element;
  }

  protected entering(element: HTMLElement, view: EditorView): HTMLElement {
    element.addEventListener('mousedown', (event) => {
      if (event.button !== 0 || !view.state.facet(EditorView.editable)) return;
      event.preventDefault();
      view.dispatch({ selection: { anchor: view.posAtDOM(element) } });
      view.focus();
    });
    return element;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

/** A formula; one that cannot be read shows its source and why. */
export class FormulaView extends Rendered {
  private readonly isDisplay: boolean;

  constructor(source: string, isDisplay: boolean, renderers: Renderers) {
    super(source, renderers);
    this.isDisplay = isDisplay;
  }

  override toDOM(view: EditorView): HTMLElement {
    const formula = formulaAt(this.source, 0);
    const html = this.renderers.math(formula?.text ?? '', this.isDisplay, this.source);
    const className = this.isDisplay ? 'live-formula live-display' : 'live-formula';
    const element = this.element('span', className, html);
    const error = element.querySelector('.math-error');
    if (error) {
      const reason = document.createElement('span');
      reason.className = 'live-reason';
      reason.textContent = error.getAttribute('title') ?? '';
      element.append(reason);
    }
    return this.entering(element, view);
  }

  override get estimatedHeight(): number {
    return this.isDisplay ? 64 : -1;
  }
}

export class TableView extends Rendered {
  override toDOM(view: EditorView): HTMLElement {
    return this.entering(this.element('div', 'live-table', this.renderers.markdown(this.source)), view);
  }

  override get estimatedHeight(): number {
    return this.source.split('\n').length * 36;
  }
}

/** No picture is loaded from elsewhere: its words and where it is. */
export class PictureView extends WidgetType {
  private readonly words: string;
  private readonly address: string;

  constructor(words: string, address: string) {
    super();
    this.words = words;
    this.address = address;
  }

  override eq(other: PictureView): boolean {
    return other.words === this.words && other.address === this.address;
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'live-picture';
    element.textContent = `Picture: ${this.words || this.address}`;
    element.title = `${this.address} (pictures from elsewhere are not loaded)`;
    return element;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

export class Bullet extends WidgetType {
  override eq(): boolean {
    return true;
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'live-bullet';
    element.textContent = '•';
    return element;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

export class TaskBox extends WidgetType {
  private readonly isDone: boolean;
  private readonly isFixed: boolean;

  constructor(isDone: boolean, isFixed: boolean) {
    super();
    this.isDone = isDone;
    this.isFixed = isFixed;
  }

  override eq(other: TaskBox): boolean {
    return other.isDone === this.isDone && other.isFixed === this.isFixed;
  }

  override toDOM(): HTMLElement {
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.className = 'live-box';
    box.checked = this.isDone;
    box.disabled = this.isFixed;
    box.tabIndex = -1;
    box.ariaLabel = this.isDone ? 'Done' : 'To do';
    return box;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}
