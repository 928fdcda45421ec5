/**
 * What questions ask for, and what is never answered, as people say it in Chinese and in English.
 */

/**
 * @typedef {object} Intent
 * @property {string} id
 * @property {RegExp} zh Of the bare, simplified question, names taken out.
 * @property {RegExp} en Of the folded question.
 * @property {RegExp} [says] What a fact must say to answer, of its folded sentence.
 * @property {boolean} [near] Whether it must share a word with the question as well.
 * @property {Object<string, string[]>} fields Kind of record → fields that answer, in their order; `*` for all others.
 */

(function () {
  "use strict";

  const ask = /** @type {any} */ (globalThis).shanhuo.ask;

  /**
   * What is asked of terms and hints, which stand in notes and in prose: only what says it answers.
   *
   * @type {Intent[]}
   */
  const NOTES = [
    {
      id: "limit",
      zh: /限购|限买|限几|限不限|限[量制数]|有(?:没有)?限制|(?:能|可以|想)?多(?:买|拿|带|囤|要|订)(?:几|点|些)|(?:一个?人|每人|每个人|一次).{0,4}(?:最多|只能|能|可以)(?:买|拿|订)|最多(?:能|可以)?(?:买|订|拿)/,
      en: /\bat most\b|\blimit\b|\bhow many\b.*\bone person\b|\bper (?:person|customer)\b/,
      says: /限购|每人限|\blimit|\bat most|\bper person/,
      fields: { product: ["price_note"] }
    },
    {
      id: "concession",
      zh: /优惠|半价|打折|(?:小孩|孩子|儿童|小朋友|老人|学生|娃).{0,8}(?:票|价|钱|收费|便宜|免费)/,
      en: /\bhalf[- ]price\b|\bpay less\b|\bkids? half\b|\breduc(?:ed|tion)|\bconcession|\bdiscount|\bchild(?:ren)?\b.*\b(?:pay|price|cost|free)/,
      says: /半价|优惠|(?:儿童|老人|学生).{0,4}(?:价|免)|\bhalf|\breduced|\bfree for/,
      fields: { product: ["price_note"] }
    },
    {
      id: "included",
      zh: /(?:包|管|含)(?:几|多少)(?:顿|餐|晚)|[包管](?:不[包管])?(?:午|早|晚)?[饭餐]|(?:包不包|含不含|包不包含|包含|包|含|不含|带)(?:了|的)?(?:往返|来回)?(?:车|交通|路费|住宿|住|酒店|午?餐|饭|吃|门票|向导|导游|接送|采?摘?的?果)|(?:车费|路费|交通费?|住宿|午饭|吃饭|吃住|食宿).{0,6}(?:算|含|包|另|自理|自己)|另(?:付|收|算|外)|(?:还要|另外).{0,4}(?:钱|收费|付)/,
      en: /\bincluded?\b.*\b(?:price|transport|travel|meals?|lunch|rooms?|guide)\b|\b(?:transport|travel|meals?|lunch|rooms?|guide)\b.*\binclud|\bextra\b/,
      says: /含|另付|另收|自理|\bincluded?|\bwithout|\bextra|\bpaid for|\bby weight/,
      fields: { product: ["price_note", "price"] }
    },
    {
      id: "ahead",
      zh: /提前|预约|预先|事先|要不要(?:先)?订|(?:得|要|多久|几天)(?:前|先)订|什么时候订/,
      en: /\bin advance\b|\bbeforehand\b|\bhow (?:early|far ahead)\b|\b(?:day|week)s? ahead|\bbook(?:ed|ing)?\b|\breserv/,
      says: /提前|预订|预约|约好|\bahead\b|\bin advance|\bbeforehand|\bbook|\bweek before/,
      fields: { product: ["price_note", "description"], campaign: ["description"] }
    },
    {
      id: "split",
      zh: /分开(?:寄|送|发)|分别(?:寄|送|发)|分寄|分送|(?:几|多|不同|好几)(?:个)?(?:地址|地方|个人).{0,3}(?:寄|送|发)?|寄(?:给|到)(?:几|好几|多|不同)/,
      en: /\bseveral addresses|\bdifferent addresses|\bseparate addresses/,
      says: /分送|多个地址|\baddresses/,
      fields: { product: ["price_note"] }
    },
    {
      id: "damage",
      zh: /破损|坏了|碎了|烂了|磕[坏烂]|[是有]烂的|烂了几|压坏|碰坏|摔坏|赔|补发|售后/,
      en: /\bdamaged?\b|\bbroken\b|\breplac|\brefund/,
      says: /破损|补发|拍照|赔|\bdamage|\bbroken|\breplac|\bphoto/,
      fields: { product: ["price_note"], page: ["description"] }
    },
    {
      id: "rain",
      zh: /下雨|雨天|遇雨|天气不好|雨后/,
      en: /\brain/,
      says: /雨天|雨后|下雨|遇雨|\brain/,
      fields: { product: ["description", "price_note"] }
    },
    {
      id: "ripen",
      zh: /催熟|捂熟|放软|变软(?!了)|硬邦邦|硬的|熟(?:得)?快|怎么(?:才)?(?:能)?熟|多久(?:能|才|会)?(?:熟|软)/,
      en: /\bripen|\bsoften/,
      says: /催熟|变软|放软|转软|硬果|硬的|\bripen|\bsoft|\bhard\b/,
      fields: { product: ["preparation", "storage", "description"] }
    },
    {
      id: "freshness",
      zh: /(?:新不新鲜|鲜不鲜|怎么(?:看|判断|知道|分辨|辨别|挑|选).{0,5}(?:新鲜|好坏|好的|熟)|怎么(?:挑|选|分辨|辨别))/,
      en: /\bhow (?:do|can|to)\b.*\b(?:tell|choose|pick|know)\b/,
      says: /新鲜|说明|好的|^好(?!吃)|闻着|捏着|颜色过|看.{0,6}就|\bfresh|\bchoose|\bsign of/,
      fields: { product: ["description", "preparation", "storage"] }
    },
    {
      id: "care",
      zh: /手套|辣手|要注意|注意(?:什么|啥|哪些)|小心|当心|忌/,
      en: /\bgloves?\b|\bcareful\b|\bcaution|\bwatch out|\bmind\b/,
      says: /手套|注意|不要|别|小心|先.{0,10}再|\bglove|\bcareful|\bdo not|\bdon't|\bnever/,
      fields: { product: ["preparation", "allergens", "description", "storage"] }
    },
    {
      id: "damp",
      zh: /受潮|返潮|回潮|不脆|变软了|皮了|软(?:了|趴趴|塌塌|掉)|回软/,
      en: /\bdamp\b|\bsoggy\b|\bgone soft/,
      says: /潮|变软|变脆|烘|\bdamp|\bsoft|\bcrisp|\boven/,
      fields: { product: ["description", "preparation", "storage"] }
    },
    {
      id: "peel",
      zh: /[削去剥]皮|[带连]皮|皮(?:能|可以)?(?:不能)?吃/,
      en: /\bpeel|\bskins?\b/,
      says: /[连带去削剥]皮|皮能吃|\bpeel|\bskin/,
      fields: { product: ["preparation", "description"] }
    },
    {
      id: "looks",
      zh: /是(?:不是)?(?:发霉|长霉|坏了|变质|掺)|白霜|一层白|白絮|白白的|结晶|变浑|冻成|凝/,
      en: /\b(?:mould|mold|spoiled|gone bad|cloudy|crystal|white (?:powder|stuff|bits))/,
      says: /不是[^，。；]{0,4}(?:霉|掺|变质|坏)|都不是变质|析出|白霜|凝|结晶|冷后浑|\b(?:mould|spoiled|bloom|cloud|crystal|set)\b/,
      fields: { product: ["description", "storage"] }
    },
    {
      id: "opened",
      zh: /开(?:了)?(?:封|袋|瓶|罐|盖|盒|坛)|打开(?:以?后|之后|了)|拆(?:了|开|封)/,
      en: /\b(?:once|after|when) (?:it is |it's )?open(?:ed|ing)?\b|\bopened\b/,
      says: /开(?:封|袋|瓶|罐|盖|坛)|打开|\bopened\b|\bopening\b|\bonce open/,
      fields: { product: ["storage", "description", "preparation", "shelf_life"] }
    },
    {
      id: "desalt",
      zh: /(?:太|好|很|有点|这么)咸|[去脱]盐|去(?:去)?咸/,
      en: /\btoo salty|\bless salty|\bdesalt/,
      says: /去盐|去咸|盐分|\bsalt/,
      fields: { product: ["description", "preparation"] }
    },
    {
      id: "soak",
      zh: /[泡煮炖蒸焖熬烤烘晒腌发浸煲炸](?:发|开)?(?:得|要|上|到)?(?:多久|多长时间|几(?:个)?(?:分钟|小时|天|夜|钟))/,
      en: /\bhow (?:long|many (?:hours|minutes|days))\b.*\b(?:soak|boil|cook|steam|stew|simmer|braise|roast|dry|fry|steep|brew)/,
      says: /[泡煮炖蒸焖熬烤烘晒腌发浸煲炸][^，。；]{0,8}(?:小时|分钟|夜|天|周)|(?:小时|分钟|夜|天|周)[^，。；]{0,6}[泡煮炖蒸焖熬烤烘晒腌]|\b(?:soak|boil|cook|steam|stew|simmer|brais|roast|dr[yi]|fr[yi]|steep|brew).*\b(?:hour|minute|night|day)/,
      fields: { product: ["description", "preparation", "storage"] }
    },
    {
      id: "taste",
      zh: /[辣甜酸咸苦涩](?:不[辣甜酸咸苦涩]|得|吗|么)|(?:很|特别|非常|太|多|有点|会)[辣甜酸苦]|什么味|味道|口感|好不好吃/,
      en: /\b(?:hot|spicy|sweet|sour|salty|bitter)\b|\btastes?\b|\bflavou?r/,
      says: /[辣甜酸咸苦涩]|味|口感|\b(?:hot|sweet|sour|salty|bitter|tastes?|flavour)/,
      fields: { product: ["description", "summary"] }
    },
    {
      id: "dispatch",
      zh: /(?:几天|多久|什么时候|多长时间).{0,5}发(?:货|出|得?出)|发货.{0,5}(?:几天|多久|要)|下(?:了)?单.{0,6}(?:几天|多久)/,
      en: /\bdispatch|\bhow (?:soon|long)\b.*\b(?:sent|shipped|ship)\b/,
      says: /发货|dispatch/,
      fields: { product: ["description", "price_note"], campaign: ["description"] }
    },
    {
      id: "mix",
      zh: /(?:和|跟|与|同).{1,8}(?:一起|一块|一道|同|混|打|搭|放|煮|炖|吃|喝)|搭配|打汁|打奶/,
      en: /\b(?:together|mixed?|combined?|blend(?:ed)?)\b.*\bwith\b|\bwith\b.*\b(?:together|milk)\b/,
      says: /不要和|别和|(?:和|与|同|跟).{1,8}(?:同|一起|一块|一道|混|配)|\bwith\b/,
      near: true,
      fields: { product: ["preparation", "description"] }
    },
    {
      id: "naming",
      zh: /(?:名字|名称).{0,4}(?:怎么来|由来|来历|哪来|从哪)|为什么(?:会)?(?:叫|起)|(?:怎么|何以)(?:会)?叫|得名/,
      en: /\bwhy\b.*\bcalled\b|\bname\b.*\bcome|\bnamed\b/,
      says: /得名|名字|因此|叫|所以|\bnamed?\b|\bcalled\b/,
      fields: { product: ["description", "summary"], origin: ["landscape", "description"], campaign: ["description"] }
    },
    {
      id: "strength",
      zh: /酒精|多少度$|度数|几度(?!的?水)|酒劲/,
      en: /\balcohol\b|\bproof\b|\bstrong\b|\bstrength\b/,
      says: /度|%|\bvol\b/,
      fields: { product: ["net_content"] }
    },
    {
      id: "unit",
      zh: /一(?:托|筐|提|板|条|盘|打|篮)(?:里)?(?:有|是|装)?(?:几|多少)|(?:几|多少)(?:个|枚|克|斤)一(?:托|筐|盒|箱|袋|份|提)/,
      en: /\bhow many\b.*\b(?:in|per|to) (?:a|one|the|each) (?:tray|box|case|crate|basket)/,
      says: /\d/,
      fields: { product: ["unit_content", "net_content"] }
    }
  ];

  /** @type {Intent[]} In the order in which answers stand. */
  const INTENTS = [
    ...NOTES,
    {
      id: "price",
      zh: /怎么算钱|咋算钱|(?<!卖了|卖出)多少钱|价格|价钱|什么价|啥价|怎么卖|咋卖|几块|几元|多少元|贵不贵|贵吗|便宜吗|售价|报价|单价|价位|多钱|定价|卖多少(?!斤|公斤|千克|吨|份|件|台|人|只)|要多少|零售价|几多钱|卖几|多少块|(?<![酸评])价(?=是|为|多|和|与|跟|$)|便宜|哪个?贵|谁更?(?:贵|便宜)|比.{1,8}(?:贵|便宜)|贵些|更贵|划算|实惠|哪个?低|差(?:几|多少)|贵不|卖得贵|太贵|贵么|一(?:份|袋|盒|箱|瓶|罐|斤|包|件|个|只|公斤|筐|桶|两|人)[〇\u4e00-\u9fff]{0,6}?(?:是|要|卖)?多少$|多少一(?:份|袋|盒|箱|瓶|罐|斤|包|件|个|只|公|枚|筐|桶|两|人)|零售(?=多少|几|$)|标价|花(?:费)?(?:多少|几)(?!天|时间|小时)|怎么收费|费用|得多少|要价|行价|花(?:得|钱)更?[少多]|省钱|合算|性价比/,
      en: /\bhow much (?:is|are|does|do|for)\b(?!.*\bweigh)|\bprices?\b|\bcosts?\b|\bexpensive\b|\bcheap\b|\bpay for\b|\bcharge for\b|\bprise\b|\bfor sale at\b/,
      fields: {
        product: ["price", "price_here"],
        placement: ["stock_price"],
        campaign: ["progress", "figure"],
        organisation: ["reported", "figure"],
        origin: ["figure"],
        supplier: ["figure"],
        figure: ["value"]
      }
    },
    {
      id: "gap",
      zh: /贵在(?:哪|什么)|为什么.*(?:贵|便宜|不同|两个价|差)|线上.*线下|线下.*线上|差价|差多少|贵多少|怎么.*贵|网上.{0,6}(?:贵|差|便宜)|网上.*(?:线下|店里|馆里|实体)|网店.*实体|(?:线上|网上).{0,4}(?:差|贵)|两个价|价格?.{0,4}不一样|差(?:价|几块)/,
      en: /\bwhy\b.*\b(?:dearer|more expensive|cheaper|differ\w*|cost)|\bonline\b.*\b(?:offline|in person|store|shop)/,
      fields: { product: ["gap", "price_note", "price"] }
    },
    {
      id: "total",
      zh: /到手|(?:连|带|含|算上|加上?).{0,2}(?:邮|运)费|寄到家.*多少|全部.*多少钱|落地价|怎么(?:计)?算(?=的|出)/,
      en: /\b(?:all[- ]in|in total|altogether|including (?:postage|shipping)|with postage|delivered price)\b/,
      fields: { product: ["total", "price_note", "price"] }
    },
    {
      id: "selling",
      zh: /怎么(?:是|样)?(?:卖|帮卖)|怎么(?:个)?卖法/,
      en: /\bhow does it sell\b/,
      fields: { channel: ["description"] }
    },
    {
      id: "saving",
      zh: /单买|单独买|分开买|[散零]买|[散零分拆]着买|省(?:几|多少|下|得|钱)|比单|拆开买|能省|分开.{0,2}买/,
      en: /\b(?:saves?|saving|one by one|separately)\b/,
      fields: { product: ["parts_sum", "price"] }
    },
    {
      id: "part_price",
      zh: /(?:每样|每件|各样|各自|分别|各)(?:要|是|卖)?(?:多少钱|什么价|几块)/,
      en: /\b(?:each|every) (?:part|item|thing)\b.*\b(?:cost|price)/,
      fields: { product: ["part_price", "price"] }
    },
    {
      id: "distance",
      zh: /离.{1,10}(?:近|远)|多远|(?:几|多少)公里/,
      en: /\bhow far\b|\bdistance\b/,
      says: /公里|\bkm\b/,
      fields: { placement: ["from"] }
    },
    {
      id: "origin",
      zh: /哪里?产|产地|产自|哪儿产|来自|哪里来|哪来|哪里的|哪儿的|哪的|什么地方|哪个地方|哪里?种|哪里?出|出产|原产|哪个?县|哪个?省(?!得|钱|下|了|多)|哪个?市|哪个?村|产于|出自|哪里?做|哪里?养|哪里?酿|哪里?长|(?<!生)产的|从.{1,6}(?:来|运)的?|是〇的|(?:不?是).{0,6}(?:云南|山东|新疆|四川|贵州|福建|浙江|湖南|湖北|东北|安徽|江西|河南|河北|山西|甘肃|进口|泰国|越南|外国|本地|当地|南方|北方)|打哪里来|从哪里|产区|来源地|出处|国产|(?:是|不是).{0,6}(?:广东|海南|陕西|广西|国内|陕北|陕南|深圳|西安)(?:省|市|县)?(?:的|产|货|本地|$|吗|吧)|原产/,
      en: /\bwhere\b.*\b(?:from|grown|grow|made|produced?|come|comes|raised|origin|brewed|picked)\b|\borigin\b|\bwhich (?:county|province|region|place)\b|\b(?:is|are) .*\bfrom\b|\bwhich part of\b|\bfrom\b.*\bcome\b|\bcome\b.*\bfrom\b|\borigins?\b|\bregion\b/,
      fields: { product: ["origin"], supplier: ["where"], origin: ["where"], organisation: [] }
    },
    {
      id: "prepare",
      zh: /怎么吃|怎样吃|如何吃|咋吃|怎么做(?!的)|怎样做|如何做|咋做|怎么泡|如何泡|咋泡|怎样泡|怎么喝|咋喝|如何喝|怎么冲|吃法|做法|冲泡|泡法|怎么煮|如何煮|怎么炒|怎么炖|怎么蒸|怎么用|食用方法|用法|烹|怎么弄|怎么烧|几度的?水|水温|多少度的?水|怎么焖|喝法|怎么处理|能.{0,2}(?:炒|煮|炖|蒸|泡)|(?:煮|泡|炖|蒸|焖|炒)(?:多久|几分钟|多长)|炝|油温|几成|炖汤|下锅|熬|腌|凉拌|煲|涮|淘洗|泡发|几分钟|(?:放|加|取|用)(?:多少|几)(?!天|钱|个月|久)|水米比|比例|第一道|续水|配什么|吃的时候|食用|料理|(?:做|烧)(?:什么|哪些|些什么|成什么)?菜|怎么享用|使用方法|食用|入菜|搭配|生吃|直接(?:吃|喝|食用)|带皮|要不要(?:洗|泡|削皮|煮|去皮)|(?:去|削)皮|怎么(?:剥|切|洗|喝|腌|拌|剁|焯|热)|泡.{0,2}(?:多久|几小时|几分钟|多长)|怎么个(?:吃|做|喝|泡)|能(?:直接)?(?:吃|喝)吗|(?:太|很|有点)(?:咸|硬|干|苦)|放.{0,2}水|水量|加水|煮饭|温到|怎么温/,
      en: /\bhow (?:do|to|should|can|would)\b.*\b(?:eat|brew\w*|cook|use|make|prepare|steep|drink|serve|infuse)\b|\brecipe|\bbrew(?:ing)?\b|\bhow is .* (?:eaten|cooked|brewed|used)|\bcook(?:ed|ing)?\b|\bsteep|\bwater temperature|\bpreparation\b|\bgo(?:es)? with\b|\bpair(?:s|ed)? with\b|\bserved?\b|\bboil|\bsoak|\bfry\b|\bprepared?\b|\bserving\b|\bwhat (?:can|do|should) (?:i|you|we) do with\b|\bbest way to (?:cook|eat|brew|use)\b|\bdishes?\b|\bhow hot\b|\bwater\b.*\b(?:hot|degrees?|much|ratio)\b|\bwarm(?:ed)?\b|\bminutes\b|\braw\b|\bpeel/,
      fields: { product: ["preparation"] }
    },
    {
      id: "storage",
      zh: /怎么摆(?!摊)|怎么保存|如何保存|怎样保存|咋保存|怎么存|咋存|如何存|怎么放|咋放|如何放|贮存|储存|存放|放冰箱|冷藏|冷冻|保存方法|保存条件|放一(?:块|起)|一起放|怎么储|怎么收(?!费|钱|货|购|割)|放哪|常温|怎么保管|保鲜|保管|怕.{0,3}(?:潮|晒|热|光|冻|压|阳光)|放.{0,2}(?:冰箱|冷冻|冷藏)|避光|防潮|密封|开(?:封|袋|瓶|罐|箱|盒|坛)|打开(?:以?后|之后|了)|发霉|长虫|生虫/,
      en: /\bhow (?!long)(?:.*\b)?(?:store|stored|keep|kept)\b(?!.*\blong)|\bstorage\b|\bstore (?:it|them)\b|\bfridge\b|\brefrigerat|\bwhere (?:should|do|must|can) (?:i|we|you|it|they|this)\b.*\b(?:keep|kept|store|stored|put)\b|\broom temperature\b|\bfreez|\bcold place\b|\bcool place\b|\bafter opening\b|\bonce opened\b/,
      fields: { product: ["storage"] }
    },
    {
      id: "shelf_life",
      zh: /能放多|放多久|放多长|放几天|放几个月|保质期|多久过期|过期|保存多|存多久|存多长|多久会坏|会不会坏|容易坏|放得住|放坏|几天.*坏|有效期|能存|能放|可以放|能搁|搁多久|搁几天|摆几天|留几天|几天.{0,3}吃完|多久.{0,3}吃完|保质|赏味|放久|放得更?(?:久|长)|放不(?:久|住)|经放|耐放|耐储|耐存|存得住|留多久|能留|(?:多久|几天|多长时间).{0,4}(?:不能|坏|变质|[吃喝用]完)|放.{0,2}(?:半年|[一两三几二]年|[一二三四五六七八九十两半几]+个?(?:月|天|周|星期))|保存期|变质|放到(?!哪)|坏(?:了|吗|掉|不坏)|能撑|撑多久|保鲜期|到期|能保存|保存(?:几|多)|存放(?:多|几)|(?:冷藏|冷冻|常温|保鲜|放).{0,3}(?:几天|多久|几个月)/,
      en: /\bshelf[- ]?life\b|\bhow long\b.*\b(?:keep|keeps|last|lasts|good|stor|fresh)|\bexpir|\bbest before\b|\bgo(?:es)? (?:bad|off)\b|\bhow many (?:months|days|years|weeks)\b.*\b(?:keep|last|good|fresh)|\bonce opened\b|\bafter opening\b|\bspoil|\bstill good\b|\bkeep (?:for|well|long)\b/,
      fields: { product: ["shelf_life"] }
    },
    {
      id: "certificate",
      zh: /盖.{0,5}章|(?:什么|啥|哪个)章|认证|地标|地理标志|证书|绿色食品|有机|认定|备案|标识|有证|资质|获证|标志|证明|什么证|有没?有?证|官方(?:认可|认定)|受保护|检疫/,
      en: /\bcertif|\borganic\b|\bgeographical\b|\bprotected (?:name|origin)|\bgi\b|\bregistered\b|\bverified\b|\bseal\b|\brecogni[sz]/,
      fields: { product: ["certificate"], scheme: ["kind", "description", "products"], origin: [], supplier: [] }
    },
    {
      id: "shipping",
      zh: /(?:送|寄|发)(?:到|往)?哪些(?:省|地方|城市)|能寄|可以寄|寄吗|能不能寄|寄不寄|寄到|快递|包邮|邮费|运费|配送|发货|送货|邮寄|物流|送到|送上门|发到|免邮|寄给|能发|寄往|能送|送吗|送不送|哪些省|送哪|可送|运到|送(?:到)?哪些(?:省|地方|城市)|寄哪|邮(?:到|给|不|吗|过来|得|去)|能邮|可以邮|寄得|免运|寄过来|寄去|(?:可以|能)送|外地|外省|免费送/,
      en: /\bship|\bdeliver|\bpostage\b|\bpost(?:ed)?\b|\bmail(?:ed)?\b|\bsend\b|\bsent\b/,
      fields: { product: ["shipping"] }
    },
    {
      id: "buy",
      zh: /(?:哪个|(?<!为)(?:什么|啥))(?:小程序|网站?|app|店|微信)|搜(?:什么|啥|哪个)|哪里?(?:能|可以|可)?买|哪儿(?:能|可以)?买|在哪里?买|去哪里?买|上哪买|怎么买|怎样买|如何买|咋买|有卖|哪里?卖|哪儿卖|在哪卖|购买|渠道|哪里?有|哪能买|哪个平台|什么平台|哪些平台|哪个(?:智能)?(?:柜子?|点位|专馆|专柜|专区)(?:里面?)?(?:有|卖|能|可以)|哪里?下单|怎么下单|怎么订|网上.*买|能买到|买得到|买不到|线下.*买|哪里?.{0,3}买|网上有|线上有|网购|哪[个家].{0,1}店|有地方买|有得卖|什么(?:平台|渠道|店|地方)(?:能|可以|有)?.{0,2}(?:买|卖|订)|去哪里?$|哪里.{0,2}(?:订|购|有卖|能订)|从哪里?订|实体店|(?:在|到)(?:网上|线上|线下).{0,3}(?:买|订)|才能买|下单|(?:店里|门店|超市|商店).{0,3}(?:有|买)|哪有|有(?:没有)?门?店/,
      en: /\bwhere\b.*\b(?:buy|get|sold|purchase|order|find|available)\b|\bhow (?:can|do|to)\b.*\b(?:buy|order|purchase)\b|\bwho sells\b|\bsold\b|\bsell\b|\bon sale\b|\bbuy .* online\b|\bwhich (?:channel|platform|shop)|\border .* online\b|\border online\b|\bhow can i get\b|\bavailable online\b|\bget hold of\b|\bonline\b|\bstocked\b|\bin shops?\b/,
      fields: {
        product: ["buy", "availability"],
        channel: ["how", "description", "products"],
        category: ["products"],
        origin: ["products"]
      }
    },
    {
      id: "maker",
      zh: /谁做|谁家|厂家|生产商|谁生产|谁产|哪家(?!便宜|贵)|供应商|生产者|哪个企业|哪个公司|什么公司|谁种|谁养|谁供|哪个合作社|生产企业|制造商|哪个厂|谁酿|谁出|出品|谁的产品|卖家|供货|(?:由|是)?谁(?:来)?提供|谁在(?:做|产|种|养|卖)|(?:什么|哪家|哪个|哪些)(?:单位|企业|工厂|厂|合作社|公司|农场)|加工厂|生产单位|哪个(?:人|[\u4e00-\u9fff]?厂)?做的|哪个屋里|谁加工|谁制作|生产方|谁(?:来)?(?:生|出)产|(?:合作社|公司|企业|厂家?)的?(?:全名|全称|名字|叫)/,
      en: /\bwho\b.*\b(?:make|makes|made|grow|grows|produce|produces|supplie|supplies|raise|raises|behind)\b|\bmaker\b|\bproducer\b|\bsupplier\b|\bmanufacturer\b|\bwhich (?:firm|company|co-?op)|\b(?:company|firm|co-?op(?:erative)?|farm|factory) (?:makes?|made|grows?|produces?|is behind)\b|\bmade by\b|\bproduced by\b|\bgrown by\b/,
      fields: { product: ["maker"], origin: ["suppliers"] }
    },
    {
      id: "pieces",
      zh: /(?:一|每|整|这|那)(?:箱|盒|袋|包|筐|份|罐|瓶)(?:里头?|子)?(?:大概|大约|一般)?(?:有|是|装|能装|里)?(?:多少|几)(?:个|只|枚|颗|粒|样|种|包|条|朵)|(?:筐|箱|盒|袋).{0,8}(?:里头?|里面).{0,2}(?:几|多少)样/,
      en: /\bhow many (?:pieces|eggs|fruits?|apples|kinds|items)\b.*\b(?:box|case|carton|basket|pack|bag|tray)\b/,
      fields: { product: ["net_content", "unit_content", "parts"] }
    },
    {
      id: "net",
      zh: /多重|规格|几斤|多少克|净含量|净重|重量|多大(?!了|年|岁)|几斤装|多少斤|多少个|几个装|哪个重|更重|哪个轻|重一|多少公斤|几公斤|多少千克|多少毫升|容量|几两|一(?:盒|袋|箱|瓶|罐|包|桶|份)有?多少(?!钱|元|块)|装多少|多少枚|几枚|份量|分量|大小|包装多|几克|多少(?:斤|克|千克|毫升|升)|净含|有多重|包装规格|多大一|多大包装|一(?:托|筐|板|提|扎|篮)(?:有)?(?:几|多少)|酒精度|含量是多少克/,
      en: /\bhow (?:heavy|big|large)\b|\bweighs?\b|\bweight\b|\bpack size\b|\bsize\b|\bnet content|\bhow many (?:eggs|grams|kilo|pieces)|\bhow much\b.*\bweigh|\bspecification|\bin (?:a|one|each) (?:pack|bag|box|bottle|jar|tin|case)\b|\bgrams?\b|\bkilos?\b|\balcohol(?: content| by volume)?\b|\bhow strong\b/,
      fields: { product: ["net_content"] }
    },
    {
      id: "season",
      zh: /什么时候(?:上市|有|采|收|成?熟|摘|产|新|买|吃|最)|季节|当季|几月|上市|时令|应季|现在有(?!货|没)|啥时候|何时|哪个月|什么月|旺季|采收|采摘期|收获|哪几个月|开放月|什么时候$|什么时候(?:能|可以|去)|产季|产期|上市期|出产期|什么时候出|采摘|收割|几月份|月份|现在有吗|这时候有/,
      en: /\bseason|\bwhen\b.*\b(?:available|harvest|pick|picked|ripe|fresh|buy|get|open|best|in)\b|\bwhich months?\b|\bwhat months?\b|\bharvest|\btime of (?:the )?year\b|\bripe\b|\bpicking season\b/,
      fields: { product: ["season"], campaign: ["dates"], event: ["dates"] }
    },
    {
      id: "story",
      zh: /故事|来历|背后/,
      en: /\bstor(?:y|ies)\b/,
      fields: { product: ["story"], origin: [], supplier: [], campaign: [], story: ["summary"] }
    },
    {
      id: "lot",
      zh: /批次|批号|生产日期|哪一批|这批|哪天生产|什么时候生产|什么时候(?:做|产)的|哪天(?:做|产)的|出厂日期|几号(?:生产|做)/,
      en: /\blots?\b|\bbatch|\bproduction date|\bproduced on\b/,
      fields: { product: ["lot"] }
    },
    {
      id: "ingredients",
      zh: /配料|成分|原料|什么做的|[用拿]什么[\u4e00-\u9fff]{0,3}做|添加剂|加了什么|加糖|放糖|有没有加|含不含|含有什么|主料|里面(?:有|是|含)什么|加了啥|什么料|用(?:什么|的什么)|防腐剂|色素|香精|(?:放|加)(?:了|没|不)?.{0,2}(?:盐|糖|油|酒|香料)|含(?:什么|糖|盐|酒)|里面(?:有|放|加)(?:没有)?|(?:里面|都)(?:都)?(?:放|加|下)了?(?:些)?(?:什么|哪些)|什么(?:东西)?做成/,
      en: /\bingredients?\b|\bmade (?:of|from|out of)\b|\bcontains?\b|\bwhat'?s? (?:is )?in\b|\badditives?\b|\badded sugar\b|\bgoes into\b|\bsugar\b|\bsalt\b.*\bin\b|\bpreservatives?\b|\bcontain/,
      fields: { product: ["ingredients", "parts", "allergens"] }
    },
    {
      id: "allergens",
      zh: /过敏|致敏|含(?:坚果|大豆|麸质|花生|酒精|奶|鱼)|能吃吗.*过敏|含.{0,3}(?:麸质|大豆|坚果|花生|奶|鱼|蛋|芝麻)|(?:有|没有|有没有)(?:麸质|坚果|花生|大豆|芝麻|酒精)/,
      en: /\ballerg|\bnuts?\b.*\bfree\b|\bgluten/,
      fields: { product: ["allergens"] }
    },
    { id: "licence", zh: /许可证|生产许可|sc号|sc编号/, en: /\blicen[cs]e/, fields: { product: ["licence_number"] } },
    { id: "standard", zh: /执行标准|标准号|产品标准|什么标准/, en: /\bstandard\b/, fields: { product: ["standard"] } },
    { id: "gtin", zh: /条码|条形码|商品码/, en: /\bbarcode|\bgtin\b|\bean\b/, fields: { product: ["gtin"] } },
    { id: "grade", zh: /等级|几级|级别/, en: /\bgrade\b/, fields: { product: ["grade"] } },
    {
      id: "parts",
      zh: /(?:里面?|箱里|盒里|内)?(?:有|装|配|包)(?:了|含|括)?(?:些)?(?:什么|啥|哪些|几样|几件|哪几)|包含|包括|哪几样|哪些东西|几样东西|[哪有][几两三四]样|各装了?(?:多少|几)|组成|分开买|单独买|单买|合计|都有啥|都有什么|里头|装(?:了|的)?(?:些)?什么|含(?:有)?(?:哪些|什么)产品/,
      en: /\bwhat(?:'s| is| are)? (?:in|inside)\b|\bwhat \w+ things\b|\binclud|\bwhat comes\b|\bconsist|\bcontents\b|\bbought (?:one by one|separately)/,
      fields: {
        product: ["parts", "parts_sum"],
        placement: ["products", "goods"],
        channel: ["products"],
        campaign: ["products"]
      }
    },
    {
      id: "minimum",
      zh: /几个人(?:可以|能|才|就|起)?(?:报名|开团|成团|成行)|起订|起购|最少(?:买|订|要)|最少.{0,3}(?:多少|几)|起批|起卖|至少(?:买|订)|几(?:袋|盒|箱|件|份)起|最低(?:买|订)|起售|凑(?:够|齐|足)|成团|起团|(?:几|多少)个?人起|最低(?:数量|起)|最少(?:几|多少)|(?:买|订|只买|只订)一(?:份|个|件|袋|箱|盒|只|瓶|罐).{0,2}(?:行|可以|卖|能|吗)|得[订买]多少|批量|至少(?:要|得)?(?:几|多少)|起批|最小|最低.{0,3}(?:要|买|订|多少|几)|起码|(?:多少|几).{0,2}起(?!来|床|码)|一次.{0,4}(?:买|订)多少|买多少.{0,8}才/,
      en: /\bminimum\b|\bat least\b.*\border|\bfewest\b|\bsmallest order|\bat least\b|\bhow many\b.*\b(?:must|have to|need to)\b.*\b(?:order|buy)|\bminimum\b/,
      fields: { product: ["minimum_order"] }
    },
    {
      id: "case",
      zh: /每箱|一箱(?:有|装|是)?(?:多少|几)(?!钱|块|元)|整箱/,
      en: /\bper case\b|\ba case\b|\bcase (?:size|of)/,
      fields: { product: ["case_quantity", "price"] }
    },
    {
      id: "buyers",
      zh: /谁(?:能|可以)买|(?<![几一少])个人(?:能|可以)|单位(?:能|可以)|工会(?:能|可以)|哪些人.*买|私人.*买|散客|预算单位|食堂.*买|企业(?:能|可以)|适用采购|谁都能|限(?:什么|谁|定)|哪些人|面向|哪些单位|(?:私人|(?<![几一少])个人|散客|企业|学校|食堂|公司|普通人|老百姓|我自己|一般人|单位|工会|机关).{0,8}(?:买|采购|订|购)|工会经费|卖给(?:谁|个人|单位|私人)|(?:谁|哪些人)能[买订]/,
      en: /\bwho (?:can|may) buy\b|\bcan (?:individuals|i|firms|canteens|unions)\b.*\bbuy|\bindividuals?\b|\bcan (?:a|an|our|my|the)? ?(?:company|individual|union|canteen|person|private|school|office)\w*\b.*\b(?:buy|order|get)|\bprivate (?:customers?|buyers?|persons?|people)\b|\bsold to\b|\bopen to\b/,
      fields: { product: ["buyers"], channel: ["description"] }
    },
    {
      id: "stock",
      zh: /有货|现货|缺货|售罄|卖完|断货|有没有货|还有吗|还有没有|还卖|库存|预订|预售|能订|还能买|买得到|买不到|能买到|再上|再有|存货|脱销|补货|还有货|能买吗|现在能[买订]/,
      en: /\bin stock\b|\bsold out\b|\bavailab\w+\b|\bout of stock|\bpre-?order/,
      fields: { product: ["availability"] }
    },
    {
      id: "help",
      zh: /帮扶(?:方式|模式)|怎么帮|如何帮|帮了谁|帮助了|怎么带|带农户|农户|农民|利益|带动|受益|帮到|利益联结|扶持|入股|分红|带贫|帮扶单位|谁帮|对口|结对|定点|帮(?:到|了|的是)?(?:谁|哪)|帮农|助农|支援|哪个?(?:单位|地方).{0,2}帮|谁.{0,3}(?:帮|扶)|怎么分|分钱|分成/,
      en: /\bhelp(?:s|ed|ing)?\b(?! me)|\bbenefit(?:s|ed)? (?:who|whom|households|farmers|growers)|\bhouseholds?\b|\bpaired\b|\bfarmers\b|\bstake\b/,
      fields: {
        product: ["help", "households", "paired"],
        supplier: ["help", "households"],
        origin: ["paired", "figure"],
        organisation: ["paired", "description", "figure"],
        placement: ["description", "figure"]
      }
    },
    {
      id: "households",
      zh: /多少户|几户|户数|多少家庭|几家农户|多少农户|几户|多少农民|多少(?:个)?家庭/,
      en: /\bhow many households\b/,
      fields: {
        product: ["households"],
        supplier: ["households"],
        origin: ["figure"],
        placement: ["figure", "description"]
      }
    },
    {
      id: "duration",
      zh: /玩得?更?(?:久|长)|哪个(?:时间)?更?长|多长时间|几个小时|几小时|几天|多久$|玩多久|时长|要多久|几日游|行程|耗时|花多长|几个?小时|要几天|玩几|多长时间/,
      en: /\bhow long (?:is|does|do|will)\b(?!.*(?:keep|last))|\bduration\b|\bhow many (?:hours|days)\b/,
      fields: { product: ["duration"], campaign: ["dates"], event: ["dates"] }
    },
    {
      id: "meeting",
      zh: /集合|在哪见|怎么去|碰头|汇合|见面|上车|出发/,
      en: /\bmeet(?:ing)?\b/,
      fields: { product: ["meeting_place"], placement: ["where"] }
    },
    {
      id: "capacity",
      zh: /接待多少|多少人|几个人|人数|容纳|最多.{0,4}(?:人|几个)|接几个|几个人|上限|坐得下|多少个?人/,
      en: /\bhow many (?:people|persons|guests)\b|\bcapacity\b/,
      fields: {
        product: ["capacity"],
        campaign: ["people", "target", "figure"],
        organisation: ["figure"],
        origin: ["figure"]
      }
    },
    {
      id: "goal",
      zh: /目标|指标|任务|计划.{0,4}(?:多少|买)|限额|预留|要(?:完成|卖|买)多少|打算.{0,3}(?:卖|买|完成)|计划|定(?:的|了)?(?:多少|几)/,
      en: /\bgoals?\b|\btargets?\b|\baim/,
      fields: { campaign: ["goal", "target"], organisation: ["target", "figure"], origin: ["figure"] }
    },
    {
      id: "progress",
      zh: /完成|进度|进展|达成|达标|实现|买了多少|卖了多少|成交|采购额|采购了|金额|销售额|交易额|认购|筹|百分之|多少万|买下|结果|成果|成绩|还差|业绩|花了多少|消费了多少|效果|成效|收获/,
      en: /\bprogress\b|\breach(?:ed)?\b|\braised?\b|\bbought\b|\bturnover\b|\bsales\b|\bachiev|\bresults?\b|\bspent\b|\bhow far\b|\bpercent/,
      fields: {
        campaign: ["progress", "figure"],
        event: ["result"],
        origin: ["figure"],
        organisation: ["reported", "figure"],
        supplier: ["figure", "description"],
        placement: ["figure", "description"],
        figure: ["value"]
      }
    },
    {
      id: "agreement",
      zh: /协议|签约|签了|意向书|订购|合同|订单/,
      en: /\bagreements?\b|\bsigned\b|\bletters? of intent|\bcontract/,
      fields: {
        campaign: ["agreement", "figure"],
        event: ["result"],
        organisation: ["agreement", "description", "figure"]
      }
    },
    {
      id: "moved",
      zh: /搬(?:走|到|去|的|了|哪|过)/,
      en: /\bmoved?\b/,
      fields: { placement: ["history", "notice"] }
    },
    {
      id: "dates",
      zh: /什么时候|何时|几号|哪[一两几]?天|哪[几两]日|什么日子|时间|日期|开始|结束|截止|多久|几月|哪年|哪几年|哪一年|到什么(?=时|号)|期间|还有几天|剩几天|还在进行|结束了|提前(?:多久|几天)/,
      en: /\bwhen\b|\bwhat (?:date|day|year|time)\b|\bstart|\bend(?:s|ed)?\b|\bbegin|\buntil\b|\bdates?\b|\bdays left\b|\bstill (?:on|running)|\bover\b|\bfinished\b|\bhow long\b.*\b(?:run|last)s?\b|\blast(?:s|ed)? until\b/,
      fields: {
        campaign: ["dates"],
        event: ["dates"],
        story: ["dates"],
        policy: ["dates"],
        placement: ["since", "history"],
        channel: ["since", "description"],
        term: ["since"],
        issue: ["dates"],
        organisation: ["description"]
      }
    },
    {
      id: "organiser",
      zh: /谁发起|主办|谁办|谁组织|组织者|发起|谁搞|哪个单位|承办|牵头|谁举办|举办方|谁开展|谁(?:来)?(?:搞|办|主持)|哪(?:家|个).{0,3}(?:办|搞|组织|主办|牵头)|主办方/,
      en: /\borgani[sz]|\bwho\b.*\b(?:runs?|hosts?|started|launched|held|behind)\b|\bhost(?:s|ed)?\b|\bin charge\b|\binitiat/,
      fields: {
        campaign: ["organiser"],
        event: ["organiser"],
        placement: ["operator", "host"],
        channel: ["operator"],
        policy: ["issuer"]
      }
    },
    {
      id: "participants",
      zh: /参加|参与|哪些单位|谁参/,
      en: /\bparticipa|\btakes? part\b|\btook part\b|\bjoin/,
      fields: { campaign: ["participants"], organisation: ["campaigns"] }
    },
    {
      id: "where",
      zh: /在哪|地址|位置|怎么走|哪条路|什么地方|哪里|怎么去|哪儿|地点|哪个(?:市|县|省(?!得|钱|下|了|多)|城市)|哪条|什么(?:路|街)|几楼|几层|哪层|第几层|楼层|怎么过去|坐落|哪里|哪条|附近|怎么(?:找|到)/,
      en: /\bwhere\b|\baddress\b|\blocat|\bdirections\b|\bwhich (?:city|county|province|town)\b|\bhow do i (?:get to|find)\b|\bget there\b|\bwhich floor\b|\bfloor\b|\bstreet\b/,
      fields: {
        placement: ["where"],
        supplier: ["where"],
        event: ["where"],
        origin: ["where"],
        channel: ["kind", "website", "description"],
        product: ["buy"]
      }
    },
    {
      id: "hours",
      zh: /几点|(?<!怎么)开门|营业|开放|关门|什么时候开|上班时间|开不开|周末|中午|早上|晚上|关(?:吗|么|不关)|几点/,
      en: /\bhours\b|\bopen(?:s|ing)?\b|\bclos(?:e|es|ing)\b/,
      fields: { placement: ["hours"] }
    },
    {
      id: "sells",
      zh: /卖什么|卖啥|卖些|些啥|些什么|买到(?:什么|啥|哪些)|有什么|有哪些|有啥|商品|卖哪些|能买什么|买什么|有多少种|多少种|几种|在售|主打|什么货|哪些货|哪些产品|什么产品|出什么|产什么|特产|供应什么|生产什么|做什么|供应|摆(?:的|了)|放的?(?:是|些)?什么|卖的?东西|几种货|生产(?:什么|哪些)|做(?:什么|哪些)|供(?:什么|哪些)|产品有|有(?:几|哪)(?:款|样)|都有谁|谁(?:有|拿)|拿了|出产|产哪些|推荐的?(?:货|产品)|(?:什么|哪些)好(?:东西|货|吃)/,
      en: /\bwhat\b.*\b(?:sell|sells|sold|have|has|has|buy|stock|offer|products?|goods|produce|make)\b|\bwhich (?:products|goods|items)\b|\bspecialt|\bon sale at\b|\bcomes? from\b|\bspecialit(?:y|ies)\b|\bspecialties\b|\bfor sale\b/,
      fields: {
        placement: ["products", "goods", "figure"],
        channel: ["products"],
        organisation: ["description", "kind"],
        supplier: ["products", "description"],
        origin: ["products"],
        category: ["products"],
        campaign: ["products"],
        scheme: ["products"],
        event: ["products"],
        issue: ["products"],
        story: ["products"]
      }
    },
    {
      id: "phone",
      zh: /电话|联系方式|怎么联系|热线|联系谁|号码|联系人/,
      en: /\bphone\b|\bcontact\b|\btelephone\b|\bcall\b/,
      fields: { placement: ["phone"], supplier: ["phone"], site: ["publisher", "phone"] }
    },
    {
      id: "website",
      zh: /网址|网站|官网|链接|网页|回放|哪里?看|看哪|在哪看/,
      en: /\bwebsite\b|\bweb ?(?:site|address|page)\b|\burl\b|\blink\b/,
      fields: {
        channel: ["website", "description"],
        supplier: ["website"],
        organisation: ["website"],
        policy: ["website"],
        event: ["website"]
      }
    },
    {
      id: "operator",
      zh: /谁装|安装|谁运营|运营(?:者|单位|方)|谁的|谁管|谁开|承接|谁经营|属于谁|谁(?:在|来)?(?:管|运营|经营|负责|设|建|办|做)|归谁|哪家(?:单位|公司)?(?:设|开|办|建|运营|管)|后台/,
      en: /\boperat|\bwho owns\b|\brun by\b|\bin charge of\b|\bwho (?:runs|manages|keeps|looks after)\b/,
      fields: { placement: ["operator", "host"], channel: ["operator"] }
    },
    {
      id: "partners",
      zh: /合作方|合作伙伴|和谁合作|哪些银行|哪家银行|(?:跟|和|与|同).{0,6}合作(?!社)|合作的?银行|银行合作|合作(?!社)/,
      en: /\bpartners?\b|\bbanks?\b/,
      fields: { channel: ["partners", "description"] }
    },
    {
      id: "fees",
      zh: /入场费|收费|费用|保证金|管理费|门槛|进场|押金|交钱|要钱|交费|租金|场租|收(?:不收)?钱/,
      en: /\bfees?\b|\bdeposit\b|\bcharge(?! of|.* for)|\bfree to\b/,
      fields: { placement: ["fees", "description"] }
    },
    { id: "plaque", zh: /授.{0,2}牌|牌匾|挂牌|牌子|授的?(?:什么)?.{0,2}牌|什么牌/, en: /\bplaque|\baward/, fields: { placement: ["plaque"] } },
    {
      id: "status",
      zh: /开着|还开|还在|开了吗|开放吗|关了|搬|迁|挪|运行|停用|能用|状态|能去|建好|关门了|还(?:在)?(?:营业|运营|运行|用)|还能|开通|停了|停(?:业|掉)|能下单|还(?:在)?(?:搞|办|做|播)/,
      en: /\bstill\b|\bmoved?\b|\bclosed\b|\bstatus\b|\bopen yet\b/,
      fields: { placement: ["notice", "status", "history"], channel: ["status", "description"], campaign: ["dates"] }
    },
    {
      id: "mode",
      zh: /线上还是线下|是线上|是线下|网上的吗|实体店|(?:网上|线上|线下).{0,3}还是|是网店|是实体|(?:是)?(?:线上|线下)(?:的)?(?:吗|么)|网上的/,
      en: /\bonline or\b|\bis .* online\b/,
      fields: { channel: ["mode"] }
    },
    {
      id: "kind",
      zh: /什么类型|哪一类|什么类别|属于什么|是.{0,4}(?:企业|合作社|公司|农场)吗|什么样的企业|哪类|什么性质|性质|什么(?:企业|公司|平台)|是(?:不是)?(?:合作社|公司|农场|企业|农户)|哪种类型|哪一种|类型|类别|什么单位/,
      en: /\bwhat (?:kind|type|sort)\b/,
      fields: {
        supplier: ["kind"],
        placement: ["kind"],
        channel: ["kind", "mode"],
        product: ["category"],
        event: ["kind"],
        scheme: ["kind"],
        organisation: ["kind"]
      }
    },
    { id: "category", zh: /什么品类|哪个品类|品类|分类|哪一?类|什么类|归.{0,3}类|算.{0,3}类/, en: /\bcategor/, fields: { product: ["category"] } },
    {
      id: "listed",
      zh: /832.*(?:县|名录|名单)|名录|贫困县|脱贫县|摘.{0,2}帽|哪年退出|哪一年退出|脱贫|脱.{0,1}贫|贫困/,
      en: /\b832\b.*\b(?:count|list)|\bpoor count|\bpoverty\b|\blist of\b|\bofficial list/,
      fields: { origin: ["listed"] }
    },
    {
      id: "landscape",
      zh: /风土|气候|地貌|风景|环境怎么样|自然条件|地形|是(?:个|一个|一)?什么(?:样的)?地方|地理|环境/,
      en: /\bclimate\b|\blandscape\b|\bterrain\b/,
      fields: { origin: ["landscape"], product: [] }
    },
    {
      id: "authority",
      zh: /谁管|谁颁发|谁发的|主管|发证|谁认证|谁认定|谁登记|哪个部门|归谁|谁.{0,2}(?:发|管|批|颁)|哪个?部门/,
      en: /\bwho (?:issues?|issued|grants?|certifies)\b|\bauthority\b|\bissued by\b|\bissuer\b/,
      fields: { scheme: ["authority"], product: ["certificate"], policy: ["issuer"], placement: ["plaque"] }
    },
    {
      id: "issuer",
      zh: /谁发布|谁印发|谁出台|发文|发布机关|谁制定|谁(?:发|印|出|下)的|哪个部门|发文单位/,
      en: /\bwho (?:published|wrote|issued)\b/,
      fields: { policy: ["issuer"], issue: ["dates"] }
    },
    {
      id: "spots",
      zh: /设(?:在|了)|点位|柜子|专柜/,
      en: /\bplaces\b|\bcabinets?\b|\bcounters?\b/,
      fields: { campaign: ["places"] }
    },
    { id: "channels", zh: /哪些渠道|什么渠道|哪里参加|在哪里?.{0,2}(?:买|参加|下单)|通过什么|去哪里?买/, en: /\bwhich channels\b/, fields: { campaign: ["channels"] } },
    {
      id: "events",
      zh: /哪些活动|什么活动|哪几场|有几场|直播|集市|场次|几场|哪场|哪几场/,
      en: /\bevents?\b|\blivestream|\bmarket day/,
      fields: { campaign: ["events"], organisation: ["campaigns"], product: ["campaigns"] }
    },
    { id: "letter", zh: /倡议书|公开信/, en: /\bopen letter\b/, fields: { campaign: ["letter"] } },
    {
      id: "policy",
      zh: /政策|依据|文件|通知|办法/,
      en: /\bpolic(?:y|ies)\b|\brules\b/,
      fields: { campaign: ["policy"], policy: ["summary"] }
    },
    {
      id: "correction",
      zh: /更正|勘误|改正|(?:登记|写|记|算|弄)错|改(?:过|了)?.{0,2}(?:哪|什么|几|多少)|改成|改为/,
      en: /\bcorrect(?:ed|ion|ions)\b|\bmistakes?\b|\berrors?\b/,
      fields: { campaign: ["correction"], page: ["correction"] }
    },
    {
      id: "code",
      zh: /区划代码|行政区划|行政代码|区划码/,
      en: /\b(?:administrative|division|area) code\b/,
      fields: { origin: ["code"] }
    },
    {
      id: "reported",
      zh: /(?:各|哪些|哪个|每个)(?:单位|家).{0,6}(?:买|采购|登记|报)|登记(?:了|过|几|多少)|几笔|多少笔/,
      en: /\breported\b|\bentries\b|\beach (?:body|unit|union)/,
      fields: { campaign: ["reported", "reporting"], organisation: ["reported"] }
    },
    {
      id: "slot",
      zh: /货位|几号位|哪一?格|几号格|哪个格|第几格|摆的是(?:什么|啥)|(?:^|[^a-z])[a-d]\d\d/,
      en: /\bslot\b|\bbay\b|\b[a-d]\d\d\b/,
      fields: { placement: ["slot"], product: ["slot"] }
    },
    {
      id: "supply",
      zh: /供应月份|供应(?:到|几个月)|哪几个月供|几月(?:到几月)?供|供货期/,
      en: /\bmonths of supply\b|\bsupplied in\b/,
      fields: { product: ["supply_months", "season"] }
    },
    {
      id: "change",
      zh: /改过|变更|变过|改了什么|换过|以前|原来|之前/,
      en: /\bchanged?\b/,
      fields: { product: ["change"] }
    },
    {
      id: "admission",
      zh: /入驻|进.{0,5}平台|上.{0,3}平台|进驻|进.{0,4}〇|上(?:的|了)?〇/,
      en: /\badmitted\b|\badmission/,
      fields: { product: ["admission"], supplier: ["admission", "description"], origin: ["figure"] }
    },
    {
      id: "firms",
      zh: /多少家|几家|企业数|(?:哪些|什么)(?:企业|合作社|厂家|公司|供应商|厂|农场)/,
      en: /\bhow many (?:firms|companies|suppliers)\b/,
      fields: {
        issue: ["firms", "note"],
        campaign: ["figure", "people"],
        origin: ["figure", "suppliers"],
        organisation: ["figure"]
      }
    },
    {
      id: "many",
      zh: /多少|几(?:个|家|种|处|款|名|次|人|台|吨|份)/,
      en: /\bhow (?:many|much)\b/,
      fields: {
        campaign: ["figure", "people", "progress"],
        origin: ["figure", "products"],
        organisation: ["figure"],
        placement: ["figure", "products"],
        supplier: ["products", "figure"],
        channel: ["products"],
        category: ["products"],
        scheme: ["products"],
        figure: ["value"]
      }
    },
    {
      id: "about",
      zh: /讲(?:的|了)?(?:什么|啥)|说的(?:是)?(?:什么|啥)|介绍|是什么|什么是|啥是|是啥|什么样|怎么样|特点|讲讲|说说|了解|品种|什么意思|指什么|什么东西|特色|咋样|怎么回事|是干什么|干嘛|如何$|详细|说明(?:什么|啥)|意味|代表(?:什么|啥)|表示(?:什么|啥)|内容|说(?:的|了)?(?:些)?什么|规定|要求|怎么(?:使)?用|怎么操作|改叫|叫什么|怎么称呼|称呼|味道|口感|口味|什么味|样子|外观|颜色|什么事|什么特色|特别|怎么算|什么叫|区别|是?做什么的|是干什么的|何特[色点]|长什么样|是个?什么$|怎么开/,
      en: /\bwhat(?:'s| is| are| does)\b|\btell me\b|\bdescribe\b|\babout\b|\bmean|\bexplain/,
      fields: {
        product: ["summary", "origin"],
        term: ["description", "preferred"],
        policy: ["summary", "issuer"],
        story: ["summary"],
        campaign: ["summary", "dates"],
        origin: ["summary", "where"],
        figure: ["value"],
        issue: ["note", "dates"],
        site: ["summary", "legal"],
        "*": ["description", "summary", "kind"]
      }
    }
  ];

  /** @type {Array<{id: string, zh: RegExp, en: RegExp}>} What is not answered, whatever else is asked with it. */
  const REFUSALS = [
    {
      id: "rules",
      zh: /(?:帮|替|给)我(?:下单|订|买|送|留)|你现在是|批准(?!文|号)|[一二三四五六七八九]折|(?:改|查|退|取消).{0,4}(?:订单|那单|这单)|(?:订单|那单).{0,6}(?:改|查|退|取消)|下的?单.{0,6}(?:到哪|到没|发了)|我(?:的|昨天|刚才|上周|上个礼拜).{0,6}(?:订单|那单|快递|包裹)|忽略|无视|别管|底价|假装|扮演|提示词|系统提示|越狱|开发者模式|写(?:一|首|个|段|篇|份).{0,6}(?:诗|文|代码|程序|歌|信|故事|广告)|(?<!区划|行政)代码|编程|加一下|加起来|相加|求和|讲个笑话|笑话|翻译|天气|下雨|下雪|气温|外面|温度是|python|javascript|sql|script|你是(?:谁|什么)|密码|后台(?!是)|数据库|管理员|股市|彩票|脏话|骂|作文|唱歌|星座|算命|你的(?:指令|规则|设定)|从现在起|编(?:一|个|造)|随便说|胡说|造一个|虚构/,
      en: /\bignore\b|\bpretend\b|\bprompt\b|\bjailbreak|\byou are now\b|\bact as\b|\brole ?play|\bwrite (?:a|me|some|an)\b|\bpoem\b|\bjoke\b|\bcode\b|\bpython\b|\bjavascript\b|\bsql\b|\bscript\b|\btranslate\b|\bweather\b|\bpassword\b|\badmin\b|\bdatabase\b|\bsystem (?:message|instruction)|\byour instructions\b|\bdisregard\b|\bforget (?:all|your|previous)|\bmake up\b|\binvent\b|\bwho are you\b|\bdeveloper mode/
    },
    {
      id: "health",
      zh: /(?<![自政整])治(?![区理安])|治疗|疗效|功效|功能|作用|血压|血糖|血脂|糖尿|癌|肿瘤|减肥|瘦身|养生|保健|补(?:肾|气|血|身|钙|铁|硒)|壮阳|美容|养颜|氧化|免疫|排毒|解毒|孕妇|怀孕|哺乳|(?:婴儿|宝宝|小孩|儿童|孩子|老人)(?=.*(?:(?<!不爱|爱|喜欢|怎么|怎样)(?:吃|喝|喂|尝)|能用|可以用|好吗|碰))|(?:吃|喝|喂|尝).*(?:婴儿|宝宝|小孩|儿童)|病人|病|药(?!残)|下奶|催奶|坐月子(?!.{0,4}(?:煮|习俗|风俗))|养胃|伤胃|胃|上火|去火|清热|祛|湿气|失眠|睡眠|安神|月经|痛经|调经|妇科|痛风|减脂|便秘|腹泻|拉肚子|身体好|健康|营养|副作用|中毒|有毒|致癌|长寿|延年|抗衰|衰老|润肺|止咳|感冒|发烧|新冠|养肝|护肝|肝|肾|心脏|骨质|提神|醒脑|禁忌|相克|热量|卡路里|脂肪|蛋白质|维生素|硒含量|含硒量|对.{0,4}好吗|能不能预防|预防/,
      en: /\bhealth|\bcure|\btreat(?:s|ment|ing)?\b|\bdisease|\bcancer|\bdiabet|\bblood (?:pressure|sugar|fat)|\blose weight|\bweight loss|\bslim|\bpregnan|\bbab(?:y|ies)\b|\bmedic|\bimmun|\bdetox|\btoxi|\bside effect|\bheal(?:s|ing)?\b|\bsymptom|\bremed|\banti-?ag|\bantioxid|\bnutri|\bcalor|\bvitamin|\bprotein\b|\bdoctor\b|\bsleep\b|\binsomnia|\b(?:children|kids?)\b(?=.*\b(?:eat|drink|have|take|safe|good)\b)|\b(?:eat|drink|safe|good|suitable|okay|ok)\b.*\b(?:children|kids?)\b|\bgout\b|\bcholesterol|\blongevity|\bcold\b.*\bflu|\bheadache|\bpain\b|\bmenstru|\bgood for (?:you|me|my|the)\b|\bheart\b/
    },
    {
      id: "money",
      zh: /投资|理财|股票|股份|炒(?:作|股|房|高|价|卖)|回报|收益率|升值|加盟|赚(?:钱|多少)|赚|利润|成本|代理|稳赚|增值|囤(?=.*(?:涨|赚|卖|升|值))|值多少|倒卖|进货价|批发商|众筹|分红.*(?:多少|我)|保底|分我|分多少|能分(?!开|批|送|装|别|着|几|到|给|寄)|保本/,
      en: /\binvest|\bstocks? (?:price|market|to)|\bprofit|\bfranchise|(?<!households |farmers |families |villagers |members |they )\bearn (?:money|from)|\bmake money|\breturns? on|\bshares in\b|\bshare price|\bbuy shares|\bshareholder|\bresell|\bspeculat|\bmargin\b|\bdividend/
    },
    {
      id: "future",
      zh: /明年|(?:下次|下一次|下回|下一场)(?!.{0,6}(?:集市|市集|活动|直播|有货|到货|上市|上货|(?:啥|什么)时候有|几月))|下一[个届期批](?!.{0,8}(?:什么时候|几月|哪天|上市|有货))|后年|下个月|下周|以后(?:会|还)|将来|未来|会不会(?:涨|降|跌|便宜|贵)|涨价|降价|涨到|跌|预测|预计|打折|双十一|双11|双十二|促销|优惠|砍价|(?<!哪[个家边款]|谁|更)便宜点|讲价|抹零|赠品|去年|前年|以前(?:卖|多少)|历史价|过去.*价|最近.*涨|昨天|原来卖/,
      en: /\bnext (?:year|month|week)|\b(?:last|past|previous) (?:month|week|season)\b|\byesterday\b|\bhow (?:many|much)\b.*\bdid you sell\b|\bwill\b.*\b(?:price|cost|cheaper|rise|fall|go up|go down)|\bforecast|\bpredict|\bdiscount|\bin the future\b|\blast year\b|\bcoupon|\bbargain|\bhaggl|\bgo(?:ing)? up\b|\bblack friday/
    },
    {
      id: "person",
      zh: /(?:负责人|老板|书记|经理|社长|农户|干部|记者|局长|县长|主席|店长|法人|村长|主任|董事|员工|个人|姓名|谁家的人|联系人|农民|站长|理事长|户主|那户).{0,8}(?:电话|手机|号码|微信|是谁|叫什么|叫啥|名字|住|姓|年龄|多大|工资|收入)|〇长(?:是谁|叫|姓)|手机号|私人(?:电话|微信)|身份证|家庭住址|银行卡|微信号|姓什么/,
      en: /\b(?:boss|owner|manager|secretary|farmer|director|chairman|reporter|mayor|person|staff|employee|ceo|head)\b.*\b(?:phone|number|name|address|called|live|age|salary|wechat)|\b(?:phone|number|name|address|wechat|age)\b.*\b(?:boss|owner|farmer|manager|secretary|director|chairman|mayor|ceo)\b|\bmobile number|\bpersonal (?:phone|number|data)|\bid (?:card|number)|\bhome address|\bphone number of (?:the )?(?:boss|owner|farmer|manager|secretary)|\bname of the (?:boss|owner|farmer|manager|secretary|person|director)/
    },
    {
      id: "politics",
      zh: /政治|习近平|共产党|国民党|台独|台湾|选举|战争|总统|总理|国家领导|腐败|贪污|民主|独裁|抗议|游行|分裂|宗教|法轮|六四|造假|骗局|骗子|形式主义|俄罗斯|乌克兰|(?<!共产)党(?!政|员)/,
      en: /\bpolitic|\bcommunis|\bpresident\b|\bxi jinping|\belection|\bwar\b|\bcorrupt|\bdemocra|\bprotest|\breligio|\bscam\b|\bfraud|\bgovernment (?:bad|good|evil)|\bukrain|\brussia/
    },
    {
      id: "opinion",
      zh: /好吃吗|好喝吗|好不好|好吃不|好喝不|值不值|值得|性价比|哪个好|哪款好|哪种好|最好|更好|比.{1,12}好|推荐(?!的?(?:货|产品|企业|商品|目录)|了?[几多])|好用吗|靠谱|划算吗|正宗吗|真的(?:假的|吗)|真货|正品|假货|真假|口碑|(?:一年|每年|全年|一天|每天|每月|一个月).{0,4}(?:卖|产|销|下几单)|评价|评分|差评|好评|销量|卖得最|最受欢迎|最火|畅销|排名第|全国第一|世界|最新鲜|送礼.*好|适合(?!做|炒|炖|煮|泡|蒸|哪些?单位|什么单位|采购|凉拌)|(?<!菜|做)合适|安全吗|放心吗|农残|农药|转基因|激素|检测|检验|质检|化肥|质量/,
      en: /\btasty\b|\bdelicious\b|\bworth\b|\bbetter\b|\bbest\b(?! before)|\brecommend|\breviews?\b|\brating|\bpopular\b|\bauthentic\b|\bfake\b|\bgenuine\b|\bquality\b|\bsafe\b|\bpesticid|\bgmo\b|\bshould i (?:buy|choose|take)\b|\bgood gift|\bsuitable\b|\btest report|\btested\b|\blab\b|\bhormone/
    }
  ];

  /** Names of what is sold elsewhere, and places that no product here comes from. */
  const OUTSIDE =
    /淘宝|京东|拼多多|天猫|美团|盒马|超市|沃尔玛|山姆|苏宁|唯品会|亚马逊|星巴克|立顿|龙井|普洱|铁观音|碧螺春|大益|小罐茶|八马|五常|泰国|越南|日本|进口|金龙鱼|鲁花|海天|老干妈|茅台|五粮液|农夫山泉|伊利|蒙牛|三只松鼠|良品铺子|百草味|可口可乐|可乐|雀巢|福鼎|武夷|安吉|信阳|黄山|西湖|安溪|洛川|烟台|阿克苏|新疆|山东|东北|云南|四川|贵州|湖南|湖北|浙江|江苏|福建|河北|河南|山西|内蒙古|吉林|辽宁|黑龙江|江西|安徽|甘肃|宁夏|青海|台湾|香港|法国|美国|印度|斯里兰卡|澳洲|新西兰|成都|杭州|苏州|上海|重庆|天津|北京|广州|南京|武汉|青岛|大连|厦门|长沙|郑州|沈阳|哈尔滨|昆明|贵阳|南宁|桂林|拉萨|乌鲁木齐/;
  /** The same, where it ends what stands before a name. */
  const ELSEWHERE = new RegExp(`(?:${OUTSIDE.source})(?:的|产的|那边的)?$`);
  const OUTSIDE_EN =
    /\b(?:taobao|jd|amazon|walmart|starbucks|lipton|longjing|pu-?er|pu'?er|tieguanyin|thai|thailand|japan(?:ese)?|darjeeling|ceylon|india(?:n)?|yunnan|xinjiang|shandong|sichuan|fujian|zhejiang|hunan|nestle|coca|supermarket|dragon ?well|assam|matcha|coffee|chocolate|iphone|twinings)\b/;

  /** The event that comes next. */
  const NEXT = /(?:下次|下一次|下回|下一?场|最近(?:的|一场|一次)).{0,6}(?:集市|市集|活动|直播)|(?:集市|市集|直播).{0,4}下(?:次|一次|一场|回)|\bnext (?:market|fair|event|live ?stream|stream)/;

  /** Whether the site itself takes orders and money. */
  const ORDERS =
    /(?:直接|网站|网上|站上|上头|这里|你们|在线|扫码|能不能|可以|能).{0,8}(?<!货到)(?:付(?:钱|款)|支付|下单|收款|买单)|收款吗|购物车|\b(?:order|pay|check ?out)\b.{0,20}\b(?:here|site|website|online)\b|\b(?:here|site|website)\b.{0,20}\b(?:order|pay|check ?out)\b/;

  const COMPARES =
    /哪个|哪款|哪种|哪一个|不一样|一样[吗多大重贵]|一样(?:便宜|久)|相比|比较|对比|区别|不同|差别|(?:更|比).{0,10}(?:便宜|贵|重|轻|久|早|晚|新鲜|长|短|大|小|划算)|还是|谁更|谁(?:贵|便宜|久|重)|哪(?:贵|便宜)|哪家便宜|哪边|比价/;
  const COMPARES_EN =
    /\bwhich\b|\bcompare|\bvs\b|\bversus\b|\bcheaper\b|\bdearer\b|\bdifference|\bmore expensive\b|\blonger\b|\bheavier\b|\bfresher\b|\bor\b/;
  /** Whether one thing may lie beside another, which is asked of the first. */
  const TOGETHER =
    /(?:和|跟|与|同).{1,8}(?:放|堆|存|摆|装|混|搭|煮|炖|炒|蒸|焖|吃|喝|泡)(?:在)?(?:一|同)|一(?:起|块|块儿|道)(?:放|堆|存|摆|装|混|煮|炖|炒|蒸|焖|吃|喝|泡)|\b(?:next to|beside|alongside|together with|in the same)\b/;
  const DIFFERS = /区别|不同|差别|不一样|\bdiffer/;
  const FRESH = /新鲜/;
  const FRESH_EN = /\bfresh/;
  const LISTS =
    /有哪些|有哪几|哪些|有什么|有啥|都有|列出|列一下|哪几(?:种|款|个)|有没有|几种|几款|多少种|多少款|有几|多少个|多少件|(?<!为)什么.{0,2}(?:茶|米|油|水果)|卖什么|卖不卖|有.{1,4}(?:卖)?[吗么]$/;
  const LISTS_EN =
    /\bwhich\b|\bwhat (?:kinds?|sorts?|teas?|products?|fruits?|other)\b|\blist\b|\bhow many\b|\bdo you (?:have|sell)\b|\bare there\b|\bany\b|\bwhat .*(?:do you (?:have|sell)|are there)/;
  /** What of these may be left out of a question without its losing a thing. */
  const LIST_WORDS =
    /有哪些|有哪几|哪些|有什么|有啥|都有|列出|列一下|哪几(?:种|款|个)|有没有|几种|几款|多少种|多少款|多少个|多少件/;
  const COUNTS = /几(?:种|款|个|件|家|处|样|场)|多少(?:种|款|个|件|家|处|样|场)|一共|总共|共有/;
  const COUNTS_EN = /\bhow many\b/;
  /** What asks for goods that lie in store. */
  const SLOW = /积压|滞销|卖不(?:掉|动|完|出)|请先买|急(?:着|于)?(?:卖|出)|压在/;
  const SLOW_EN = /\bsurplus\b|\bunsold\b|\boverstock|\bslow[- ]selling|\bbought first\b/;
  const CHEAPEST = /最便宜|最低价|价格最低|最实惠/;
  const DEAREST = /最贵|价格最高/;
  const CHEAPEST_EN = /\bcheapest\b|\blowest price/;
  const DEAREST_EN = /\bdearest\b|\bmost expensive\b/;
  const FOLLOWS =
    /^(?:那|那么|它|这个|这|该|这款|此|还有|另外|呢)|它|这(?:个|款|件|种|茶|米|家|里|边|儿|东西)|这里|本(?:产品|品)|呢$|刚才|上面/;
  const FOLLOWS_EN = /\b(?:it|its|this|that|they|them|their|these|those|there|here)\b|^(?:and|so|then)\b/;
  const OTHER = /那个|另一个|那款/;
  const GREETS = /^(?:你好|您好|嗨|哈喽|在吗|谢谢|多谢|再见|早上好|下午好|晚上好)+(?:啊|呀|了|吗)?$/;
  const GREETS_EN = /^(?:hi|hello|hey|thanks|thank you|good (?:morning|afternoon|evening)|bye)[!. ]*$/;

  /** Groups of products that a shopper names by one word; `is` looks at a Chinese name without brackets. */
  const KINDS = [
    { words: ["茶叶", "茶"], en: ["tea"], is: /茶$/, not: /油茶$/ },
    { words: ["大米", "米"], en: ["rice"], is: /米$/, not: /小米$|玉米$|虾米$/ },
    { words: ["食用油", "油"], en: ["oil"], is: /油$|油茶$/, not: /酱油$/ },
    { words: ["鸡蛋", "蛋"], en: ["egg"], is: /蛋$/, not: /皮蛋$/ },
    { words: ["酒"], en: ["wine", "alcohol"], is: /酒$/, not: null },
    { words: ["蜂蜜", "蜜"], en: ["honei"], is: /蜜$/, not: null },
    { words: ["鸡"], en: ["chicken"], is: /鸡$/, not: null },
    { words: ["羊"], en: ["goat", "mutton"], is: /羊$/, not: null },
    { words: ["鱼"], en: ["fish"], is: /鱼(?:干|仔)?$/, not: null },
    { words: ["椒", "辣椒"], en: ["chilli", "pepper"], is: /椒(?:粒)?$/, not: null },
    { words: ["蔬菜", "青菜", "菜"], en: ["vegetable"], is: /菜$|瓜$/, not: null },
    { words: ["辣的", "辣味", "辣货"], en: [], holds: /椒|辣/ },
    { words: ["干果"], en: [], holds: /核桃|果干|桃干|薯干|脆片|蜜饯/ },
    { words: ["套餐", "礼盒", "礼包", "礼箱", "组合装", "套装", "礼品"], en: ["bundle", "gift box", "gift"], kinds: ["bundle"] },
    {
      words: ["体验", "旅游", "服务", "游玩", "出去玩", "旅行", "一日游", "两日游", "玩"],
      en: ["service", "tour", "visit", "stai"],
      kinds: ["service", "visit"]
    }
  ];
  /** What shoppers call a category → a part of its name. */
  const SYNONYMS = {
    零食: "休闲食品",
    小吃: "休闲食品",
    粮食: "米面粮油",
    粮油: "米面粮油",
    饮料: "冲调饮品",
    水产: "水产制品",
    海鲜: "水产制品",
    肉: "禽畜肉蛋",
    水果: "新鲜水果"
  };

  /** What says nothing of the thing that is asked for. */
  const FILLERS = [
    "我想问一下",
    "请问一下",
    "我想知道",
    "想问一下",
    "麻烦问",
    "能告诉我",
    "告诉我",
    "可以告诉",
    "帮我查",
    "帮我",
    "我想",
    "我要",
    "想要",
    "想买",
    "请问",
    "您好",
    "你好",
    "你们家",
    "你们这",
    "你们",
    "咱们",
    "我们",
    "这里",
    "这边",
    "这儿",
    "那边",
    "那里",
    "这个",
    "那个",
    "这款",
    "那款",
    "这种",
    "那种",
    "这件",
    "那件",
    "这家",
    "那家",
    "一下",
    "一共",
    "总共",
    "现在",
    "目前",
    "今天",
    "如今",
    "一般",
    "通常",
    "大概",
    "顾客",
    "老问",
    "老是问",
    "有人问",
    "大约",
    "到底",
    "究竟",
    "其实",
    "就是",
    "是不是",
    "有没有",
    "能不能",
    "可不可以",
    "可以",
    "能够",
    "应该",
    "需要",
    "哪些",
    "哪个",
    "哪里",
    "哪儿",
    "什么",
    "怎么",
    "怎样",
    "如何",
    "多少",
    "为什么",
    "为啥",
    "吗",
    "呢",
    "吧",
    "啊",
    "呀",
    "么",
    "嘛",
    "哦",
    "哈",
    "的",
    "了",
    "是",
    "在",
    "有",
    "和",
    "与",
    "跟",
    "同",
    "及",
    "或",
    "还",
    "也",
    "都",
    "就",
    "才",
    "又",
    "再",
    "很",
    "太",
    "最",
    "更",
    "比",
    "被",
    "把",
    "给",
    "让",
    "向",
    "对",
    "从",
    "到",
    "由",
    "用",
    "以",
    "为",
    "于",
    "而",
    "且",
    "但",
    "一个",
    "一款",
    "一种",
    "一件",
    "一袋",
    "一盒",
    "一箱",
    "一瓶",
    "一罐",
    "一斤",
    "一份",
    "一包",
    "一只",
    "两个",
    "两种",
    "两款",
    "个",
    "种",
    "款",
    "件",
    "份",
    "我",
    "你",
    "您",
    "他",
    "她",
    "它",
    "谁",
    "哪",
    "几",
    "那",
    "这",
    "其",
    "之",
    "所",
    "想",
    "要",
    "能",
    "会",
    "可",
    "买",
    "卖",
    "问",
    "说",
    "看",
    "吃",
    "喝",
    "去",
    "来",
    "做",
    "鲜",
    "产品",
    "商品",
    "东西",
    "货",
    "一",
    "呗",
    "咋",
    "啥",
    "俩",
    "请",
    "麻烦",
    "朋友",
    "老板",
    "妈",
    "爸",
    "打算",
    "准备",
    "知道",
    "关于",
    "不",
    "没",
    "无",
    "非",
    "真",
    "好",
    "多",
    "少",
    "大",
    "小",
    "上",
    "下",
    "里",
    "中",
    "内",
    "外",
    "前",
    "后",
    "时候",
    "时间",
    "地方",
    "原",
    "家",
    "新",
    "老",
    "每",
    "各",
    "该",
    "本",
    "此",
    "名字",
    "意思",
    "名称",
    "叫",
    "以及",
    "还是",
    "或者",
    "如果",
    "所以",
    "因为"
  ].sort((one, other) => other.length - one.length);

  const STOPS = new Set(
    "the a an of in on at to for from by with and or is are was were be been do doe did doing have ha had can could will would should may might what which who whom whose when where why how much mani ani some there it its this that these those they them i you we my your me u our please tell know about get one so if as than then too veri not no ye".split(
      " "
    )
  );

  /** What asks for a number of people, bodies or things, never for a sum of money. */
  const COUNTED = /(?:多少|几)(?:个|位|名)?(?:人|户|家企业|员工|工会)(?!钱|均)|\bhow many (?!yuan|cny|rmb)/;

  /** What behind a name makes it the name of another thing. */
  const MADE_OF =
    /^(?:酒(?!精)|醋|汁|酱|油|露|糖|糕|饼|粉|膏|奶|罐头|饮料|树|苗|籽|精油|果[酱汁脯酒醋冻]|柚子茶|月饼|面条|面膜|锅巴|蛋|杯|壶|竿|香皂|手机|包子|粽|酥|脆片|冰淇淋|巧克力|枕|器|包装(?!规格|多|是|的|怎|有)|多酚|干(?=多少|怎么|怎样|在哪|哪里|有|能|价|卖))/;

  /** What asks for other goods of the same maker. */
  const ALSO =
    /(?:[他她它]们?家|[这那]家|同一家|厂家|生产者).{0,3}还(?:卖|做|产|出|有(?:别的|其他|什么|啥))|\b(?:what else|which other|other (?:products|goods))\b.*\b(?:they|maker|producer)\b/;

  /** What asks for goods without a mark, or with one that stands in no record. */
  const UNMARKED =
    /(?:没有?|没拿|未|无)(?:有|获|经过?|做|拿)?(?:认证|证书|标志|地标|地理标志)|绿色食品|有机|\b(?:not|without|no)\b.*\bcertif|\buncertif/;

  /** Words of questions that are often written with another sign of the same sound. */
  const SLIPS = [
    [/怎[嘛吗摸]/g, "怎么"],
    [/什嘛|神马|甚么|么子|啥子/g, "什么"],
    [/多小(?=钱|元)/g, "多少"],
    [/为啥|为嘛|点解/g, "为什么"],
    [/咋个?/g, "怎么"],
    [/啥/g, "什么"],
    [/几多/g, "多少"],
    [/好多(?=钱|一|斤)|几(?=钱)/g, "多少"],
    [/哪儿|哪搭|哪达|哪旮旯|哪疙瘩|哪嘎达|哪块(?!钱)|边度/g, "哪里"],
    [/^(?:嗯|呃|额|诶|哎|喂|哦|那什么|那个)+[，, ]*(?=.{4})|(?<=[，, ])(?:嗯|呃)+[，, ]*/g, ""],
    [/^(?:ok|okay|so|um+|uh+|well|hey|hi|hello|please|excuse me|sorry)(?: (?:ok|so|um+|uh+|well))*,? +(?=(?:\w+ ){2})/g, ""],
    [/[，, ]*(?:对不对|对吧|没错吧|是吧|你?(?:给我)?确认一下(?:就行|吧)?|你?说是就行|承认了?吧|别嘴硬)[吗。？?!！]*$/g, "吗"],
    [/好多(?=盐|人|个|种|样|户)/g, "多少"],
    [/[嘞咯㗎嗰哋啩]/g, ""],
    [/落(?=不落糖|糖|盐|味精)/g, "放"],
    [/细路仔?|细蚊仔|细佬哥?/g, "小孩"],
    [/食得(?=未|吗|不)/g, "能吃"],
    [/拢共|统共|通共|总拢/g, "一共"],
    [/恁(?=家|们)/g, "你们"],
    [/恁(?=这)/g, ""],
    [/(?:啥|什么)前儿/g, "什么时候"],
    [/好赖|好歹/g, "好坏"],
    [/攞/g, "拿"],
    [/打风|刮风暴|刮台风/g, "台风"],
    [/几时|多暂/g, "什么时候"],
    [/边(?:个|只|款|种|样)/g, "哪个"],
    [/[平抵](?:啲|些|点|滴)/g, "便宜"],
    [/点(?:样|解)?(?=食|整|煮|煲|用|饮)|点样/g, "怎么"],
    [/有冇/g, "有没有"],
    [/系咪/g, "是不是"],
    [/几耐/g, "多久"],
    [/嘅/g, "的"],
    [/唔/g, "不"],
    [/喺/g, "在"],
    [/怎么食/g, "怎么吃"],
    [/咋整|怎么整/g, "怎么做"],
    [/钟头/g, "小时"],
    [/(?<!智能|这个?|的)(?:自助|售货|无人)?柜子(?=在|里|有|放|几|卖)/g, "智能柜"],
    [/搁/g, "放"],
    [/这会儿?|眼下/g, "现在"],
    [/里(?:头|边|面儿)/g, "里面"],
    [/(?<=[\u4e00-\u9fff]{2})(?:不|没|没有|不啦|不呀|没啊)(?=[?？。!！啊呀呢]*$)/g, "吗"]
  ];

  /** Things that are asked of anything, and that few records speak of: an answer without them is none. */
  const SUBJECTS =
    /含[^有不什]{1,2}量|(?<!净)[\u4e00-\u9fff]含量|支付宝|微信支付|刷卡|信用卡|现金|发票|开票|能退|退吗|换货|赔|申请|申报|报名|一台|退货|退款|退换|停车|厕所|洗手间|地铁|公交|wifi|招聘|员工|工人|营业员|服务员|门票|人口|面积|海拔|粉丝|用户|会员|抽奖|试吃|赠品|年龄|身高|牌子的|哪个牌子|品牌|商标|设计|发明|品种|机器|手工|设备|顺丰|邮政|中通|圆通|韵达|申通|京东|产量|亩产|出口|国外|导游|保险|机票|早餐|宠物|带狗|直升|高铁|机场|火车|县长|市长|省长|景点|餐馆|注册资金|注册资本|社员|gdp|客服|app|法人|主播|冠军|甜度|糖度|浓度|咖啡因|茶多酚|颜色|星级|几星|吨位|电压|亩|多远|几公里|公里|包装盒|小包装|大包装|礼盒装|真空装|袋装|罐装|瓶装|盒装|散装/g;
  /** Things for which there is no other word: a sentence without it does not answer. */
  const OF_ITSELF = /地铁|公交|停车|厕所|洗手间|发票|开票|刷卡|信用卡|货到付款|wifi|招聘/g;
  /** The same in English, by the roots of words. */
  const IDLE_EN = new Set(
    "this free quick special hold take place over run raise reach poverty poor left leave on off percent percentage indication geographical quickly serving suggestion inform information through amount early late soon complete full organise allow count county city province floor organize afford fit own number please thanks kind sort type way much many long time year month day current currently now right still really actual actually exact exactly possible possibly need want like think know say said mean call name tell find look give make made come goes go got use used us here there any one two something anyth anything thing item product goods good local chinese china person people customer friend family ask question answer detail see show list all total whole first last next new old also even only just very most least about around near within without per each every both between than then so too other another same differ difference different size quantity value level figure data report page site website today dear hello hi excuse sorry love great nice visit trip travel guide pack packet bag box bottle jar tin case order buy sell sold eat drink cook prepare keep store kept best top well ok okay fine sure yes again instead rather should must may let try open start end stop begin out hey kindly suggestions allergic allergy fish happen held going anywhere somewhere away bring brought pay paid money worth cheap enough sent send getting being able work working name's what's i'm it's guys wonder wondering check done once ever"
      .split(" ")
      .map(ask.forms.stem)
  );

  /** What is said beside what is asked for. */
  const IDLE =
    /正经|怎么(?:计)?算(?:出来)?|算出来|[做煮变熬泡切炖]成|对.{1,4}过敏|摆摊|入驻|进驻|开店|预算单位|机关单位|厂子|厂址|公司|企业|工厂|单位|包装(?=的|规格|$|吗)|拿回|带回|买回|讲究|注意|教教|成熟|销售|拿过|得过|获得|保护|编号|官方|提示|联结|具体|持续|活动|举行|举办|推荐|全名|全称|主要|主(?=卖|做|产|营)|合作社|内容|情况|信息|平台|那种|实际|到手(?!价)|分别|一次|意思|怎么办|办法|一共|总共|一般|大概|现在|到底|究竟|那些|这些|以后|之后|之前|页面上?|网页上?|网站上|引起|导致|容易|发出|出来|当地|老家|平时|过年|春节|家里|家人|亲戚|长辈|领导|同事|客户|客人|孩子|小孩|老人|送人|送礼|收到|打开|马上|立刻|赶紧|正常|真正|人收|收(?=多少|几)|听说|据说|介绍|详细|简单|顺便|另外|而且|然后|突然|冬天|夏天|春天|秋天|天热|天冷|热天|冷天|平常|长期|长时间|块钱|元钱|实物|看到|收货|收到货|[煮泡蒸炒拿放带]着|今年|本来|已经|居然|竟然|为何|牌子(?=吗|$)|专门|特别|非常|比较|起码|行不行|行吗|才行|数量|数目|数字|总数|总量|总额|办法|规定|上面|下面|柜里|印象|含义|算不算|算是|属于|哪样|一样|样子|不然|要是|假如|万一|吃法|喝法|里面|里头|外面|人家|有个|有款|做成|改成|变成|加起来/g;
  /** Signs that tell nothing of what is asked for. */
  const BARE_SIGNS =
    "的了吗呢吧啊呀么嘛是在有和与跟同及或还也都就才又再很太最更比被把给让向对从到由以为于而且但个种款件我你您他她它谁哪几那这其之所想要能会可问说不没无非多少里中内前后时候地得着过请怎什样何如一些点下上来去家该本此";
  /** A place to which something is sent. */
  const SENT = /(?:寄|送|发货?|运|邮|快递|配送)(?:得)?(?:到|往|去|给|至).{1,6}?(?=吗|么|要|多少|需|的|$)|(?:寄|发|送)[\u4e00-\u9fff]{2}(?=吗|么|$)/;

  /** Words that ask, which are often written with a sign of the same sound. */
  const ASKING_WORDS = ["保质期", "认证", "价格", "多少钱", "产地", "配料", "过敏", "快递", "包邮", "规格", "季节", "起订", "保存", "怎么泡", "怎么吃", "哪里产", "加糖", "运费", "地址", "证书"];

  /** What parts words from one another where sentences are compared. */
  const PARTICLES =
    /请问|你们|我们|可以|能不能|是不是|有没有|为什么|什么|怎么|怎样|如何|多少|哪些|哪个|哪里|哪儿|一下|现在|[的了吗呢吧啊呀么嘛是在有和与跟我你您他她它那这哪几啥咋要]/g;

  /** Questions written in pinyin → what they ask for. */
  const SPELT = [
    ["price", /duoshaoqian|duoshao$|jiage|zenmemai|jikuai/],
    ["origin", /chandi|nalichan|nalide|chanzi/],
    ["prepare", /zenme(?:chi|zuo|pao|he|zhu|nong|dun|zheng|chao|yong)|chifa|zuofa/],
    ["where", /zainali|zainar|zenmezou|dizhi/],
    ["season", /shenmeshihou|jiyue|shangshi/],
    ["minimum", /qiding/],
    ["ingredients", /peiliao|chengfen/],
    ["allergens", /guomin/],
    ["hours", /jidian|kaimen/],
    ["storage", /zenme(?:baocun|cun|fang)|baocun/],
    ["shelf_life", /baozhiqi|fangduojiu|nengfang/],
    ["shipping", /nengji|kuaidi|baoyou|youfei/],
    ["buy", /nalimai|nalinengmai|zainamai/],
    ["ingredients", /jiatang|fangtang|fangyan|jiayan/],
    ["prepare", /zenmeao|aozhou|zenmejian|paoduojiu/],
    ["freshness", /zenme(?:tiao|xuan)/],
    ["certificate", /renzheng|dibiao/],
    ["net", /guige|duozhong|jinghanliang/],
    ["maker", /changjia|sh(?:ui|ei)(?:zuo|jia)|shengchan/]
  ];

  /** Intent → what sentences of prose on it say. */
  const TOPICS = {
    certificate: /认证|地理标志|地标|证书|有机|绿色食品|标识|登记|备案|certif|organic|geographical|mark\b/,
    storage: /冷藏|常温|存放|保存|天内|变质|潮|冰箱|保质|耐放|不经放|\bkeeps?\b|\bstore|fridge|\bcool\b|\bspoil/,
    shelf_life: /冷藏|常温|存放|保存|天内|几天|吃完|变质|放坏|放软|耐放|不经放|\bkeeps?\b|\bdays\b|\bspoil|\blast/,
    prepare: /煮|炖|熬|蒸|泡|炒|冲|焖|炝|拌|分钟|火|boil|stew|brew|steam|fry|minute|soak|cook/,
    shipping: /快递|邮|寄|路上|运费|post|courier|ship|deliver/,
    ingredients: /不加|不放|只用|加了|含|原料|添加|\badd|contain|made/,
    allergens: /过敏|含坚果|含大豆|忌口|allerg/,
    season: /月(?:采|上市|收|割|开|起|前后|底|初|中)|清明|采收|上市|harvest|season|picked/,
    listed: /名录|摘帽|\blist\b/,
    stock: /再上|来年|下一季|下市|售完|卖完|售罄|断货|预订|sold out/,
    origin: /产自|长在|种在|出产|村|grow/
  };

  /** All that asks for something, for taking it out of a question. */
  const CUES = INTENTS.map((intent) => new RegExp(intent.zh.source, "g"));
  const everywhere = (/** @type {RegExp} */ cue) => new RegExp(cue.source, "g");
  const LIST_CUES = [CHEAPEST, DEAREST, LIST_WORDS, COUNTS].map(everywhere);
  /** So many packs, or so much money: what is asked of them is asked of one. */
  const AMOUNT =
    "(?:[一二三四五六七八九十百两几]|\\d+)+(?:大|小)?(?:盒|袋|箱|瓶|罐|包|斤|份|件|只|条|公斤|千克|枚|桶|提|托|筐|升水?|杯水?|壶|锅|碗|板|块钱|块|元)";
  const FILLER = new RegExp([AMOUNT, ...FILLERS].join("|"), "g");
  /** What people say → how records call it. */
  const SAID = [
    [/买/, ["采购", "购买", "认购"]],
    [/几成|多大比例|占比/, ["份额", "比例"]],
    [/送/, ["免费", "赠送", "提供"]],
    [/卖/, ["销售", "交易"]],
    [/花/, ["消费"]],
    [/\bbought\b|\bbuy\b/, ["purchas", "bought"]],
    [/\bsold\b|\bsell\b/, ["sale", "turnover"]]
  ];

  ask.lexicon = {
    CUES,
    LIST_CUES,
    FILLER,
    COUNTED,
    ALSO,
    MADE_OF,
    UNMARKED,
    SLIPS,
    SUBJECTS,
    OF_ITSELF,
    IDLE,
    IDLE_EN,
    BARE_SIGNS,
    SENT,
    COMPARED: everywhere(COMPARES),
    TOPICS,
    INTENTS,
    REFUSALS,
    OUTSIDE,
    ELSEWHERE,
    OUTSIDE_EN,
    COMPARES,
    COMPARES_EN,
    DIFFERS,
    TOGETHER,
    FRESH,
    FRESH_EN,
    LISTS,
    LISTS_EN,
    LIST_WORDS,
    COUNTS,
    COUNTS_EN,
    SLOW,
    SLOW_EN,
    CHEAPEST,
    DEAREST,
    CHEAPEST_EN,
    DEAREST_EN,
    FOLLOWS,
    FOLLOWS_EN,
    OTHER,
    GREETS,
    GREETS_EN,
    KINDS,
    SYNONYMS,
    FILLERS,
    STOPS,
    SAID,
    PARTICLES,
    ASKING_WORDS,
    SPELT,
    NEXT,
    ORDERS
  };
})();
