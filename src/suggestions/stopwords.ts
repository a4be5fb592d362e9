/** Words that say nothing of what a text is about: English ones, and those that any abstract uses. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above across after again against all almost along already also although always am among an and another any
  are aren around as at away be became because become been before being below between beyond both but by can cannot
  could did do does doing done down due during each either else enough even ever every few first five for four from
  further get give given had has have having he hence her here high him his how however i if in indeed instead into is
  it its itself just keep least less let like low made make many may me might mine more moreover most much must my near
  need never no non none nor not nothing now of off often on once one only onto or other others our out over own per
  perhaps quite rather re s same second see several she should since six so some such t than that the their them then
  there thereby therefore these they third this those though three through throughout thus to together too toward
  towards two under until up upon us used useful very via was we well were what when where whether which while who
  whole whose why will with within without would yet you your
  abstract achieve achieved achieves achieving address addresses aim allow allowing allows analysis analyze approach
  approaches art article available based better call called challenge challenges challenging code common compared
  comparable comprehensive consider considerable considered contribution current currently demonstrate demonstrated
  demonstrates demonstrating despite develop developed different difficult effective effectively effectiveness
  efficient efficiently enable enables enabling ensure especially evaluate evaluated evaluation existing experiment
  experimental experiments explore extensive fail find finding findings finally focus follow following found framework
  fully furthermore general github good great highly https identify impact important improve improved improvement
  improvements improves improving include includes including increase increasing initial insight insights introduce
  introduced introduces introducing investigate issue key known lack large leading leads leverage leverages leveraging
  limitation limitations limited main mainly method methods multiple namely new notably novel number obtain obtained
  offer offers outperform outperforming outperforms overall paper particular particularly perform performance
  performing performs possible potential present presented presents previous previously prior problem problems
  propose proposed proposes provide provided provides providing range recent recently related rely remain remains
  report require required requires research respectively result resulting results review set show showing shown shows
  significant significantly similar simple simply single small specific specifically state still strong studied
  studies study studying suggest superior support tackle technique techniques term terms test understand understanding
  unlike use uses using validate various wide widely work works`
    .split(/\s+/)
    .filter((word) => word !== '')
);
