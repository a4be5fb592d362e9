/** A text in pieces, of which some are what was looked for. */
export type Passage = readonly { text: string; isHit: boolean }[];

/* Characters of Unicode's private use, which texts from outside have been rid of or show as nothing. */
const [begin, end] = ['\uE000', '\uE001'];

/** How PostgreSQL's `ts_headline` marks what was found, and how the marks are read. */
export const highlighted = {
  whole: `StartSel=${begin}, StopSel=${end}, HighlightAll=true`,
  piece: `StartSel=${begin}, StopSel=${end}, MaxWords=40, MinWords=20, MaxFragments=2, FragmentDelimiter=" … "`,

  /** Splits a marked text; the pieces are as hostile as the text was. */
  read(marked: string): Passage {
    return marked
      .split(begin)
      .flatMap((part, index) => {
        if (index === 0) return [{ text: part, isHit: false }];
        const [hit = '', ...rest] = part.split(end);
        return [
          { text: hit, isHit: true },
          { text: rest.join(''), isHit: false }
        ];
      })
      .filter(({ text }) => text !== '');
  }
};
