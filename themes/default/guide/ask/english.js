/**
 * More ways in which English questions ask, and what in them asks for nothing.
 */

(function () {
  "use strict";

  const ask = /** @type {any} */ (globalThis).shanhuo.ask;
  const { forms, lexicon } = ask;

  const REDUCED =
    /\b(?:discount|reduction|concession|reduced|cheaper|half[- ]price|less|free)s?\b.*(?:\b|〇)(?:child(?:ren)?|kids?|students?|seniors?|groups?)\b|\b(?:child(?:ren)?|kids?|students?|seniors?|groups?)\b.*\b(?:discount|reduction|concession|reduced|cheaper|half[- ]price|less|price|free|pay|cost)\b/;

  /** @type {Object<string, RegExp>} Intent → how else it is asked for. */
  const MORE = {
    price:
      /\bwhat (?:do|does|would|will|did)\b.*\b(?:cost|ask for|charge|pay)\b|\bhow (?:much|expensive|dear|pric\w+)\b(?!.*\b(?:weigh|alcohol|sugar|salt|in (?:a|one|each)|of (?:a|an|the)|save|cheaper|people|water)\b)|\bcharges?\b|\b(?:do|must|have to) (?:i|we) pay\b|\bper (?:kilo\w*|bag|box|bottle|jar|kg|person|head|piece)\b|\bpric\w+\b|\bwhat'?s? .* worth\b|\bgoing rate\b|\bcheaper\b/,
    total:
      /\btotal (?:price|cost)\b|\bprice\b.*\bdelivered\b|\bdelivered\b.*\bprice\b|\bincl(?:uding|\.)? (?:delivery|postage|shipping)|\bwith delivery\b|\bcost\b.*\bto my (?:door|home)\b/,
    gap: /\btwo (?:different )?prices\b|\bprice difference\b|\bdifferent prices?\b|\b(?:dearer|more expensive|costs? more|cheaper)\b.*\bonline\b|\bonline\b.*\b(?:dearer|more expensive|costs? more|cheaper)\b|\bhow much (?:more|less|dearer|cheaper)\b/,
    saving: /\bsav(?:e|es|ed|ing|ings)\b|\bindividually\b|\bone by one\b|\b(?:buy|bought|buying)\b.*\b(?:separate\w*|singly|on (?:its|their) own)\b/,
    origin:
      /\bwhereabouts\b|\bwhere\b.*\b(?:originat\w+|bred|caught|pick(?:ed)?|farmed|collected)\b|\b(?:which|what) (?:county|counties|province|region|village|town|part of china|place|area)\b|\bcome(?:s)? from\b|\bhome of\b/,
    prepare:
      /\bhow (?:is|are|should|shall|must|would|best)\b.*\b(?:eaten|eat|cooked|brewed|used|served|drunk|prepared|made into|taken)\b|\b(?:way|ways|best|right|proper) to (?:eat|cook|brew|use|serve|drink|prepare|make|enjoy|steep)\b|\bsoak\w*\b|\bboil\w*\b|\bsteam\w*\b|\bfry\w*\b|\bfried\b|\bstew\w*\b|\broast\w*\b|\bbraise\w*\b|\bgoes? (?:well )?with\b|\bserv(?:e|ing|ed)\b|\brinse\b|\bpeel\b|\bwash\b|\bcooking\b|\bdish(?:es)?\b|\bhow hot\b|\bwhat temperature\b|\bwarm(?:ed)?\b.*\bdegrees?\b|\bhow many (?:minutes|infusions|times)\b|\b(?:ratio|how much) .*\bwater\b|\bcan (?:i|you|we|it|they)\b.*\b(?:eat|eaten|drink)\b.*\b(?:raw|skin|cold|peel|straight)\b|\b(?:eaten|eat|drink|drunk) (?:raw|cold|hot)\b|\bwhat (?:can|do|should) (?:i|you|we|one) (?:do|make|cook|eat)\b|\buse(?:d)? for\b|\bhow (?:can|do) (?:i|you|we)\b.*\bripen\b|\binstructions?\b|\bsuggestions?\b/,
    storage:
      /\bfreez\w*\b|\bfrozen\b|\brefrigerat\w*\b|\bfridge\b|\bwhere (?:do|should|must|can|shall) (?:i|we|you|one|it)\b.*\b(?:keep|kept|store|put)\b|\b(?:way|how) to (?:store|keep|preserve)\b|\bkeep (?:it|them|the|this)?.*\bfresh\b|\bstor(?:e|ed|ing)\b|\broom temperature\b|\bonce (?:opened|open)\b|\bafter opening\b|\bpantry\b|\bhow (?:is|are|should|do) .*\bkept\b/,
    shelf_life:
      /\bhow (?:many|much) (?:months?|days|weeks|years|time)\b.*\b(?:last|keep|good|fresh|store|eat)\b|\bhow long\b.*\b(?:keep|kept|last|lasts|good|fresh|stor\w+|edible|before)\b|\bhow soon\b|\buse[- ]by\b|\bsell[- ]by\b|\bspoil\w*\b|\brot\w*\b|\bgo (?:bad|off|stale)\b|\bbest[- ]before\b|\bkeep(?:s)? (?:for )?(?:how long|long)\b|\bkeep for (?:a|one|two|three|six|\d+)\b|\bkeeping time\b|\b(?:keeps?|lasts?)\b.*\blonger\b|\blonger\b.*\b(?:keep|last)s?\b/,
    certificate: /\bmarks?\b|\blabel(?:s|led)?\b|\bcertificat\w*\b|\baccredit\w*\b|\bgreen food\b|\bofficial(?:ly)?\b|\bseals?\b|\bprotected\b|\bstatus\b/,
    shipping:
      /\bmail[- ]order\b|\bpostal\b|\bcourier\b|\bby post\b|\bto my (?:home|house|door|place|address)\b|\b(?:deliver\w*|delivery|shipp\w*|posting)\b|\bpost (?:it|them|the|this|to)\b|\bfreight\b|\bsend\w*\b/,
    buy: /\b(?:buy|get|order|find|purchase|have)\b.*\bonline\b|\bonline\b|\b(?:which|what|any) (?:shops?|stores?|platforms?|channels?|market|website|sites?)\b|\bin (?:a |the )?(?:shops?|stores?)\b|\bwhere\b.*\b(?:sold|stocked|on sale|offered|available|for sale)\b|\bhow (?:can|do|could) (?:i|we|you) (?:get|order|book)\b|\bbook(?:ed)?\b|\bwhere (?:can|could|do) (?:i|we|you)\b.*\b(?:see|taste|try)\b/,
    maker:
      /\bmanufactur\w*\b|\b(?:which|what) (?:farm|firm|company|co-?op\w*|factory|workshop|grower|business|hotel|supplier|producer)s?\b|\bwho\b.*\b(?:sell|sells|grow|grows|keeps|brews|breeds|rears|farms|offers|provides|runs|bakes|dries|distils)\b|\bname of the (?:farm|firm|company|co-?op\w*|factory|workshop|producer|maker|supplier)\b|\b(?:producer|maker|grower|supplier|brand)s?\b/,
    net: /\b(?:heavier|lighter|bigger|larger|smaller)\b|\bpack(?:et|age|aging)? sizes?\b|\bwhat sizes?\b|\b(?:net|pack) weight\b|\bhow (?:much|many)\b.*\b(?:in|inside|per) (?:a|an|one|each|the|every) (?:bag|box|pack|packet|jar|bottle|case|tray|carton|tin|pot|basket)\b|\bhow many (?:grams?|kilos?|kilograms?|ml|millilit\w+|eggs|pieces|items|kg)\b|\bvolume\b|\bper (?:pack|tray)\b/,
    season:
      /\btime of (?:the )?year\b|\bseason\w*\b|\bwhen\b.*\b(?:picked|gathered|dug|caught|gathered|collected|grow|start|come out|on sale|sold|order|eat|visit|reap\w*|cut|go)\b|\bwhat month\b|\bin which months?\b|\bright now\b/,
    story: /\bbackground\b|\bhistory of\b/,
    lot: /\bwhen (?:was|were|is|are)\b.*\b(?:made|produced|packed|bottled|manufactured)\b|\blatest (?:lot|batch)\b|\bpack(?:ed|ing) (?:on|date)\b|\bmanufactur\w+ date\b/,
    ingredients:
      /\bpreservatives?\b|\b(?:added|any|much|no|without|with) (?:sugar|salt|oil|colou?r\w*|flavou?r\w*|msg|additives?)\b|\bcontain\w*\b|\bhow much (?:sugar|salt)\b|\balcohol(?:ic)?\b|\bmade (?:of|from|out of|with)\b|\b(?:is|are) there\b.*\bin\b|\bvegan\b|\bvegetarian\b|\bsugar[- ]free\b/,
    allergens:
      /\b(?:nut|peanut|soya?|wheat|sesame|milk|egg|fish|sulphite)s?\b.{0,12}\b(?:allerg\w*|free|intoleran\w*)\b|\bgluten\b|\bcoeliac\b|\bceliac\b|\ballerg\w*\b|\bcontains? (?:any )?(?:nuts?|soya?|sesame|fish|eggs?|milk|alcohol|peanuts?|wheat|dairy)\b|\bintoleran\w*\b/,
    parts:
      /\bwhat (?:do|would|will|can) (?:i|we|you) get\b|\bwhat(?:'s| is| are) .*\bmade up of\b|\b(?:which|what) (?:products|goods|items|things)\b.*\b(?:in|inside|come|part of|contain\w*)\b|\bhow many (?:items|products|things)\b|\bwhat (?:does|do) .*\bcontain\b/,
    minimum:
      /\bleast\b|\bmoq\b|\bfewest\b|\bsmallest\b|\bjust one\b|\bonly one\b|\ba single\b|\bone (?:bag|box|bottle|pack|person|jar)\b.*\b(?:only|alone)\b|\b(?:have|need) to (?:order|buy)\b|\bmust (?:i|we|one) (?:order|buy)\b|\bminim\w+\b|\bin bulk\b|\bbulk\b|\bwholesale\b/,
    buyers:
      /\b(?:can|may|could|are) (?:a |an |the |only )?(?:private|individual\w*|compan\w+|firms?|unions?|canteens?|schools?|anyone|anybody|everyone|ordinary|public bod\w+|budgeted|tourists?|foreigners?)\b|\b(?:for|to) (?:\w+ )?(?:unions?|firms|companies|canteens|individuals|public bodies) only\b|\bonly (?:for|to) (?:unions?|firms|companies|canteens|individuals|public)\b|\bwho (?:is|are) (?:it|they|this|these) for\b|\bwho (?:is|are) allowed\b|\bprivate (?:person|buyer|customer)s?\b|\bwho\b.*\b(?:may|can|allowed to) (?:order|buy|purchase|book)\b|\bprivately\b/,
    stock: /\bleft\b|\brun out\b|\bstill (?:have|got|available|sell|on sale|in stock|get|buy|order)\b|\b(?:have|do) you (?:still |got |have )+\b|\breserv\w*\b|\bin advance\b|\bpre-?order\w*\b|\bavailab\w*\b|\bback in\b|\bin stock\b/,
    help: /\bgood (?:does|do)\b|\bwho (?:benefits?|profits|gains)\b|\bbenefi\w*\b|\bgrowers?\b.*\bget\b|\bsupports?\b|\b(?:help|helps|helping)\b(?! me| us)/,
    households: /\bhow many (?:famil\w+|households?|farmers?|homes|growers)\b/,
    duration: /\bhow many (?:hours|days|nights)\b|\bhow long (?:is|does|do|will|are|must)\b(?!.*\b(?:keep|kept|last|good|fresh|stor\w+|soak|boil|cook|brew|steep|steam|stew)\b)|\bovernight\b/,
    meeting: /\bmeet\w*\b|\bwhere\b.*\b(?:start|begin|gather|assemble)\w*\b|\bstarting point\b/,
    capacity: /\bgroup size\b|\bhow (?:big|large) (?:a |can |is |may )?(?:the )?(?:group|part\w+)\b|\b(?:largest|biggest|maximum|max) (?:group|number|size|party)\b|\bhow many (?:of us|can|people|persons|guests|visitors|places)\b|\bmaximum\b/,
    goal: /\bgoals?\b|\bplan(?:ned)? to (?:buy|sell|raise)\b/,
    progress: /\bhow (?:much|far)\b.*\b(?:sold|bought|raised|sell|buy|spend|spent|reach\w*|come)\b|\bso far\b/,
    dates: /\bhow long\b.*\b(?:run|runs|last|go on)\b|\b(?:from|until) when\b|\bdeadline\b|\bfinish\w*\b|\bover\b|\bwhich (?:day|date|year|month)\b|\bhow many days\b/,
    organiser: /\bwho (?:organi\w+|is behind|set up|runs?|hosts?|holds?|leads?|initiated|called)\b|\bin charge\b/,
    participants: /\bwho (?:took|takes|is taking|are taking) part\b|\bparticipants?\b|\bwho joins?\b/,
    hours: /\bwhat time\b.*\b(?:open|close)\w*\b|\bopening (?:hours|times)\b|\b(?:is|are) .* open on\b|\bwhen\b.*\b(?:open|close)s?\b/,
    where: /\bhow (?:do|can) (?:i|we|you) get (?:to|there)\b|\bwhich (?:street|road|building|floor)\b|\bfind the\b/,
    operator: /\bwho (?:installed|put up|manages|looks after|owns|operates|runs)\b|\bwhich (?:company|firm) (?:runs|installed|operates|manages)\b/,
    category: /\bcategor\w*\b|\bwhat (?:kind|sort|type) of (?:product|goods|food)\b/,
    change: /\bchange[ds]?\b/,
    bundles: /\b(?:which|any|what) (?:bundles?|gift (?:box|set)\w*|sets?)\b|\bpart of (?:a|any|the) (?:gift|bundle|set|box)\b|\bin (?:a|any) (?:bundle|gift box|gift set|set)\b/,
    campaigns: /\b(?:which|any|what) campaigns?\b|\bpart of (?:a|any|the|which) campaign/,
    paired: /\bpaired\b|\btwinned\b|\bpartner (?:city|district)\b/,
    sells: /\bdo you (?:have|sell|stock|offer|carry)\b|\bwhat\b.*\b(?:do you have|are there|is there)\b/,
    strength:
      /\bhow (?:much alcohol|strong|alcoholic)\b|\balcohol(?:ic)? (?:content|strength|level|percentage)\b|\b(?:abv|proof)\b|\bper ?cent(?:age)?\b.*\balcohol\b|\bdegrees of alcohol\b/,
    reduction: REDUCED,
    about: /\btaste\w*\b|\blook(?:s)? like\b|\bwhat (?:sort|kind) of\b|\bdescri\w+\b|\bspecial about\b/
  };

  /** Groups of goods that are named by a word of English alone. */
  lexicon.KINDS.push(
    { words: [], en: ["anything spici", "something spici", "spici food", "spici thing", "spici good"], holds: /椒|辣/ },
    { words: [], en: ["fruit"], category: "新鲜水果" },
    { words: [], en: ["snack", "nibble"], category: "休闲食品" },
    { words: [], en: ["grain", "flour", "cereal", "staple"], category: "米面粮油" },
    { words: [], en: ["meat", "poultri"], category: "禽畜肉蛋" },
    { words: [], en: ["seafood"], category: "水产制品" },
    { words: [], en: ["drink", "beverage"], category: "冲调饮品" },
    { words: [], en: ["nut", "dried fruit"], is: /核桃$|干$/, not: /菜干$|鱼干$|萝卜干$/ }
  );

  /** Intents that are asked for in English alone. */
  const OTHERS = [
    { id: "bundles", fields: { product: ["bundles"] } },
    { id: "campaigns", fields: { product: ["campaigns"] } },
    { id: "paired", fields: { product: ["paired"], origin: ["paired"], organisation: ["paired"] } },
    { id: "strength", fields: { product: ["net_content", "description"] }, only: /%/ },
    {
      id: "reduction",
      fields: { product: ["price_note", "description"] },
      only: /\b(?:child|student|senior|group|half price|reduc|discount)/
    }
  ].map((each) => ({ ...each, zh: /(?!)/, en: /(?!)/ }));

  /** What is asked for instead of another thing that the same words ask for: the first → those that are not meant. */
  const INSTEAD = /** @type {Array<[string, string[]]>} */ ([
    ["strength", ["ingredients", "allergens", "many", "about", "price", "net"]],
    ["reduction", ["price", "shipping", "about", "buyers", "many"]],
    ["hours", ["dates", "status"]],
    ["total", ["price"]],
    ["gap", ["price", "buy"]],
    ["saving", ["price", "gap"]],
    ["bundles", ["parts", "ingredients", "about"]],
    ["campaigns", ["progress", "parts"]],
    ["capacity", ["about", "many", "net"]],
    ["duration", ["many", "about"]],
    ["households", ["many", "help"]],
    ["lot", ["season", "dates"]]
  ]);

  /** What in a question would be refused for a word that is harmless there. */
  const HARMLESS =
    /\bbest (?:way|time|month|season|temperature|before|served|eaten|kept|stored)\b|\bprotected geographical\b|\bstock(?:s|ed)?\b(?! (?:price|market))|\bagreements? worth\b|\b(?:was|were) .*\bworth\b(?! it)|\bname of the (?:farm|firm|company|co-?op\w*|factory|workshop|producer|maker|supplier)\b|\bwho'?s? .*\bfarmers\b/g;
  /** Who may be named with an allergy, and with a reduction. */
  const PEOPLE = /\b(?:child(?:ren)?|kids?|son|daughter|safe|suitable|baby)\b/g;

  /** Words that ask for nothing by themselves. */
  const IDLE = new Set(
    (
      "a able about again all also always am another any anybody anyone anything are ask away back bag bags because been before big bit box " +
      "both bottle bring but buy buying call came can carry case chinese clock come comes comprise could country county currently customer day " +
      "dear does done each either else etc even ever every exact exactly explain fact facts farm fancy few find first food friend from full further " +
      "gave general get gets getting gift give given gives goes going good goods got great guest had happen happened happens having hello help here " +
      "hey high hill hills home house how however i'd i'm idea if i'll include information inform interested into is item items its jar just keep kept kilo kind " +
      "kindly know large last later latest learn least let like likely list little local long look looking lot lots made main make making many matter may maybe " +
      "mean might mind mine moment more most mountain much must my name named near need needed needs new next nice normal normally not now number of off offer office often " +
      "okay old on one ones only open or order original other others our out over own pack packet paid part particular pay people per perhaps person piece place " +
      "please possible product products pure purchase put quick quickly quite rather real really receive regular right say says see seem sell send set shall she " +
      "shop shopping short should show simply since single size small sold some somebody someone something somewhere soon sort still stuff such sure take taken " +
      "takes taking tell than thank thanks that their them then there these they thing things think this those thought through time to today together too tried " +
      "true try two type under until up use used using usual usually variety very visit want wanted wants was way ways week well went what when where whether " +
      "which while who whole whom why will wish with within without wonder wondering word work would year yes yet you your yours amount total actual current " +
      "detail details exist expect holiday household husband wife mother father family parents grandmother boss colleague colleagues summer winter best proper " +
      "cooperative cooperatives quantity indication session group groups leave left join joined visitor visitors booking pick answer question level content number strong percentage " +
      "held hold took lift lifted given away stand stands standing set stay trip amount fully partly allowed possible known called mentioned listed stated written published publish " +
      "loose whole ground cheap cheapest dear dearest bottled nicest tasty favourite average bagged boxed fine " +
      "involved involve soya-free village villagers village's county's whatever plain ordinary typical fresh sir madam around roughly approximately average"
    ).split(" ").flatMap((/** @type {string} */ word) => forms.tokens(word))
  );

  /** @type {string[]} Words by which something is asked for. */
  const CUES = [
    ...new Set(
      [...lexicon.INTENTS.map((/** @type {any} */ each) => each.en), ...Object.values(MORE), lexicon.COMPARES_EN, lexicon.LISTS_EN]
        .flatMap((/** @type {RegExp} */ cue) => cue.source.replace(/\\[a-z]/g, " ").match(/[a-z]{3,}/g) || [])
    )
  ];
  const CUE_WORDS = new Set(CUES.map(forms.stem));
  const CUE_BEGINNINGS = CUES.filter((cue) => cue.length > 3);

  /** Names of places abroad. */
  const ABROAD =
    /\b(?:germany|france|england|britain|uk|usa?|america|united states|canada|australia|japan|korea|russia|italy|spain|netherlands|holland|europe|africa|india|vietnam|thailand|singapore|malaysia|new zealand|brazil|mexico|london|paris|berlin|new york|tokyo|overseas|abroad|taiwan|switzerland|austria|sweden|norway|poland|belgium|ireland|dubai)\b/;
  /** What is said of where something is sent. */
  const SENT = /\b(?:to|into|within|in|across|outside)\b (?:the )?[a-z]+(?: (?:city|province|county|island))?/g;

  /** What behind a name makes it the name of another thing. */
  const MADE_OF = new Set(
    ("tree vinegar juice jam seed seedling cake pie powder noodle cheese milk soap cup pot cooker paper bread butter beer brandy liqueur " +
      "shampoo candle candi chocolate biscuit cookie plant orchard sapling leather mug kettle ice tart pancake syrup extract capsule pill oil sauce chip")
      .split(" ")
      .flatMap((/** @type {string} */ word) => forms.tokens(word))
  );

  /** @param {string} masked @param {string} folded @param {any[]} found Intents whose own pattern fits. @returns {any[]} All that are asked for. */
  function intentsOf(masked, folded, found) {
    const all = [...lexicon.INTENTS, ...OTHERS].filter(
      (each) => found.indexOf(each) >= 0 || (MORE[each.id] !== undefined && MORE[each.id].test(each.id === "reduction" ? folded : masked))
    );
    const ids = all.map((each) => each.id);
    const lost = INSTEAD.filter(([id]) => ids.indexOf(id) >= 0).flatMap(([, others]) => others);
    return all.filter((each) => lost.indexOf(each.id) < 0);
  }

  /** @param {string} masked @param {any[]} intents @returns {string} Without what is harmless to ask. */
  function harmless(masked, intents) {
    const ids = intents.map((/** @type {any} */ each) => each.id);
    const plain = masked.replace(HARMLESS, " ");
    return ids.indexOf("allergens") >= 0 ? plain.replace(PEOPLE, " ") : plain;
  }

  /** What is measured, and by which facts tell it. @type {Array<[RegExp, RegExp]>} */
  const MEASURED = [
    [/\b(?:which|what) (?:courier|carrier|parcel service|post(?:al)? company)\b/, /\bcourier|\bcarrier|\bexpress\b|\bems\b/],
    [/\b(?:which|what) brand\b/, /\bbrand\b/],
    [/\bhow much (?:does|do|did|can|will|would)\b.*\b(?:eat|drink|hold|produce|grow|yield)s?\b/, /\b(?:eats?|drinks?|holds?|yields?)\b.*\d/],
    [/\bhow far\b(?!.*\b(?:goal|campaign|target|along|reach))|\bdistance\b/, /\bkm\b|kilomet/],
    [/\bhow (?:old|tall|deep)\b/, /\byears? old\b|\d ?(?:m|cm)\b/],
    [/\bhow (?:hot|spicy|sweet|sour|salty)\b(?!.*\bwater)/, /\b(?:hot|spicy|fierce|sweet|sour|salt|°)/]
  ];

  /** @param {string} masked @param {any[]} facts @returns {boolean} Whether a measure is asked for that no fact tells. */
  function isUnmeasured(masked, facts) {
    return MEASURED.some(
      ([asked, told]) => asked.test(masked) && !facts.some((/** @type {any} */ fact) => told.test(forms.folded(fact.sentence)))
    );
  }

  /** @param {string} folded @param {string} word The root of a word for goods. @param {any[]} group @returns {boolean} Whether they are asked for by a sort that none of them is. */
  function isOtherSort(folded, word, group) {
    const words = forms.tokens(folded);
    const at = words.indexOf(word.split(" ")[0]);
    const before = at > 0 ? words[at - 1] : "";
    const isSort =
      before.length > 2 && !/\d/.test(before) && (subjects(before, []).length > 0 || /^(?:peanut|sesame|soya|wheat|milk|olive|nut|fish)$/.test(before));
    return isSort && group.every((entry) => forms.tokens(entry.all).indexOf(before) < 0);
  }

  /** @param {string} masked @param {any[]} intents @returns {string[]} Words that name what is asked about, names taken out. */
  function subjects(masked, intents) {
    const isSent = intents.some((/** @type {any} */ each) => each.id === "shipping") && !ABROAD.test(masked);
    const isAllergic = intents.some((/** @type {any} */ each) => each.id === "allergens");
    const text = isSent ? masked.replace(SENT, " ") : masked;
    const words = forms.tokens((isAllergic ? text.replace(PEOPLE, " ") : text).replace(/〇/g, " "));
    return words.filter(
      (/** @type {string} */ word) =>
        word.length > 2 &&
        !/\d/.test(word) &&
        !lexicon.STOPS.has(word) &&
        !IDLE.has(word) &&
        !CUE_WORDS.has(word) &&
        !CUE_BEGINNINGS.some((cue) => word.startsWith(cue) && word.length < cue.length + 5)
    );
  }

  /** Words that figures are asked for by, each group of one meaning. */
  const ALIKE = new Map(
    [
      "train trained training trains",
      "firm company enterprise business group corporation",
      "staff employee worker",
      "buy bought purchase purchased purchasing purchases buying",
      "sale sales sold sell turnover",
      "spend spent spending cost",
      "give given gave free away donated donate",
      "received receive got get",
      "tonne tonnes ton tons",
      "take took taken takes",
      "agreement agreed contract",
      "join joined joining",
      "gain gained benefit benefited benefitted profit",
      "help helped lift lifted",
      "product goods item",
      "supplier vendor",
      "member membership",
      "household family families",
      "send sent",
      "visit visited visits",
      "meeting met",
      "rank ranked ranking place"
    ].flatMap(function (group) {
      const words = group.split(" ").map(forms.stem);
      return words.map((word) => /** @type {[string, string]} */ ([word, words[0]]));
    })
  );

  /** @param {string} text Folded. @returns {string[]} Its words, those of one meaning as one. */
  function meanings(text) {
    return forms.tokens(text).map((/** @type {string} */ word) => ALIKE.get(word) || word);
  }

  /** @param {string} folded @param {any} mention @returns {boolean} Whether the word behind it makes it the name of another thing. */
  function isMadeOf(folded, mention) {
    const next = forms.tokens(folded)[mention.end];
    return mention.start >= 0 && next !== undefined && MADE_OF.has(next);
  }

  /** Words that are often misspelt, each as it is and as it should be. */
  const SLIPS = /** @type {Array<[RegExp, string]>} */ ([
    [/\bwat\b|\bwhta\b|\bwhats\b/g, "what"],
    [/\bprise\b|\bprize\b|\bpirce\b|\bpric\b/g, "price"],
    [/\bwher\b|\bwere (?=can|do|is|could)/g, "where "],
    [/\bhwo\b/g, "how"],
    [/\bmutch\b|\bmuhc\b|\bmush\b/g, "much"],
    [/\bteh\b/g, "the"],
    [/\b(?:u|ya)\b/g, "you"],
    [/\br\b/g, "are"],
    [/\bcan't\b/g, "can not"],
    [/(?<!\bsmart )\b(?:cabinet|vending machine)(s?)\b/g, "smart cabinet$1"],
    [/\bchil(?:i|e|ie|lie)(s?)\b/g, "chilli$1"],
    [/\btofu\b/g, "bean curd"],
    [/\bsoy(?:bean)?s?\b/g, "soya"],
    [/\bcenter(s?)\b/g, "centre$1"],
    [/\bkiwis?\b(?: ?fruits?)?/g, "kiwifruit"],
    [/\bkilograms?\b/g, "kilo"]
  ]);
  /** Words of questions that are worth putting right. */
  const ASKING =
    "price certified certificate ingredients allergens allergic delivery delivered shipping postage minimum season available storage store preparation address expensive cheaper origin produced producer weigh expire opening campaign households harvest brew cabinet alcohol contains organic".split(
      " "
    );

  /** @type {WeakMap<object, Map<string, string>>} Index → words of its names of goods and places, and their roots. */
  const vocabularies = new WeakMap();

  /** @param {any} index @returns {Map<string, string>} */
  function vocabularyOf(index) {
    let words = vocabularies.get(index);
    if (words === undefined) {
      words = new Map();
      for (const entry of index.entries.values()) {
        for (const name of /^(?:product|origin)$/.test(entry.kind) ? entry.said : []) {
          for (const word of forms.hasHan(name) ? [] : name.match(/[a-z]{4,}/g) || []) {
            words.set(word, forms.stem(word));
          }
        }
      }
      ASKING.forEach((word) => /** @type {Map<string, string>} */ (words).set(word, forms.stem(word)));
      vocabularies.set(index, words);
    }
    return words;
  }

  /** @param {string} one @param {string} other @returns {boolean} Whether a letter is missing, too many, swapped, or, in long words, another. */
  function isSlip(one, other) {
    if (one[0] !== other[0] || Math.abs(one.length - other.length) > 1 || one.length < 4) {
      return false;
    }
    let at = 0;
    while (at < one.length && one[at] === other[at]) {
      at += 1;
    }
    const [rest, beside] = [one.slice(at), other.slice(at)];
    if (one.length === other.length) {
      const isSwapped = rest.length > 1 && rest[0] === beside[1] && rest[1] === beside[0] && rest.slice(2) === beside.slice(2);
      return isSwapped || (one.length > 5 && rest.slice(1) === beside.slice(1));
    }
    return one.length < other.length ? rest === beside.slice(1) : rest.slice(1) === beside;
  }

  /** @param {string} folded @param {any} index @returns {string} With words put right that are misspelt, or cut short. */
  function spelt(folded, index) {
    const words = vocabularyOf(index);
    const roots = new Set(words.values());
    const plain = SLIPS.reduce((text, [slip, meant]) => text.replace(slip, meant), folded);
    return plain.replace(/[a-z]{4,}/g, function (word) {
      const root = forms.stem(word);
      const isKnown =
        words.has(word) || roots.has(root) || IDLE.has(root) || CUE_WORDS.has(root) || lexicon.STOPS.has(root) || index.isTelling(root);
      if (isKnown || CUE_BEGINNINGS.some((cue) => word.startsWith(cue))) {
        return word;
      }
      const begun = [...words.keys()].filter((known) => known.startsWith(word) && known.length > word.length + 2);
      const like = begun.length > 0 ? begun : [...words.keys()].filter((known) => isSlip(word, known));
      return new Set(like.map(forms.stem)).size === 1 ? like[0] : word;
    });
  }

  /** @param {string} word By its root. @returns {boolean} Whether it asks for nothing by itself. */
  function isIdle(word) {
    return IDLE.has(word) || CUE_WORDS.has(word);
  }

  /** @param {string} word By its root. @returns {boolean} Whether it asks for something, in whatever form. */
  function isAsking(word) {
    return isIdle(word) || CUE_BEGINNINGS.some((cue) => word.startsWith(cue) && word.length < cue.length + 4);
  }

  /** @param {string} folded @returns {boolean} Whether a person's name or number is asked for. */
  function asksOfPerson(folded) {
    return lexicon.REFUSALS.some((/** @type {any} */ each) => each.id === "person" && each.en.test(folded.replace(HARMLESS, " ")));
  }

  ask.english = {
    asksOfPerson,
    isIdle,
    isAsking,
    spelt,
    isUnmeasured,
    isOtherSort,
    meanings,
    intentsOf,
    harmless,
    subjects,
    isMadeOf
  };
})();
