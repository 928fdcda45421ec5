"""Kinds of finding about rules across records."""

from __future__ import annotations

from .kinds_issues import ISSUE_KINDS
from .kinds_ledger import LEDGER_KINDS
from .model import Kind, Level, Text


def _error(code: str, title: Text, template: Text, mend: Text) -> Kind:
    return Kind(code, Level.ERROR, title, template, mend)


def _warning(code: str, title: Text, template: Text, mend: Text) -> Kind:
    return Kind(code, Level.WARNING, title, template, mend)


_LINKS: tuple[Kind, ...] = (
    _error(
        "duplicate-key",
        Text("编号重复", "A key used twice"),
        Text("“{record}”已经在 {other} 写过。", "“{record}” stands already in {other}."),
        Text(
            "两处是同一件就删去一处，不是同一件就换一个编号。",
            "Delete one of the two, or give one of them another key.",
        ),
    ),
    _error(
        "key-case",
        Text("只有大小写不同", "Differs in capitals only"),
        Text(
            "“{found}”与 {other} 的“{first}”只有大小写不同。",
            "“{found}” and “{first}” of {other} differ in capitals only.",
        ),
        Text("换一个名字：有的电脑分不清大小写。", "Take another name: some file systems see no difference."),
    ),
    _error(
        "unknown-reference",
        Text("引用的记录不存在", "A reference to nothing"),
        Text("“{word}”写的“{found}”在“{target}”里没有{hint_zh}", "There is no “{found}” in {target_en}{hint_en}"),
        Text("写“{target}”里已有的编号，或先添上这条记录。", "Write an id that exists there, or add the record first."),
    ),
    _error(
        "reference-loop",
        Text("引用绕成了圈", "References in a circle"),
        Text("“{word}”绕成了圈：{loop}。", "“{word}” goes round in a circle: {loop}."),
        Text("断开其中一处。", "Break it at one place."),
    ),
    _error(
        "target-unknown",
        Text("所指的内容不存在", "It points at nothing"),
        Text("“{word}”写的“{found}”不存在{hint_zh}", "“{word}” “{found}” does not exist{hint_en}"),
        Text("可以写：{allowed}。", "Write {allowed}."),
    ),
    _error(
        "language-unknown",
        Text("网站没有这种语言", "A language the site does not have"),
        Text("“{word}”写的“{found}”不是本站的语言。", "“{word}” “{found}” is no language of this site."),
        Text(
            "可以写：{allowed}；或在 site_config.yml 里添上这种语言。",
            "Write one of: {allowed}; or add it in site_config.yml.",
        ),
    ),
    _error(
        "official-list-unknown",
        Text("没有这个名录", "No such official list"),
        Text(
            "“{word}”写的“{found}”不在 site_config.yml 的名录之中。",
            "“{word}” “{found}” is no list of site_config.yml.",
        ),
        Text("可以写：{allowed}。", "Write one of: {allowed}."),
    ),
)

_PRODUCTS: tuple[Kind, ...] = (
    _error(
        "date-order",
        Text("日期先后颠倒", "Dates in the wrong order"),
        Text("“{word}”{last} 早于 {first}。", "“{word}” {last} is before {first}."),
        Text("检查起止日期。", "Check both dates."),
    ),
    _error(
        "required-for-kind",
        Text("这一类缺少必填内容", "Something this kind requires is missing"),
        Text(
            "“{kind_word}”是“{kind}”时要写“{allowed}”。", "Where “{kind_word}” is “{kind_en}”, “{allowed}” is required."
        ),
        Text("补上“{allowed}”。", "Add “{allowed}”."),
    ),
    _warning(
        "column-empty",
        Text("嵌入专栏里没有产品", "A column without products"),
        Text("专栏“{found}”选不出一件产品。", "The column “{found}” chooses no product at all."),
        Text(
            "检查“{word}”和“渠道”，或先添上产品；专栏照样发布，里面写明没有在售的产品。",
            "Check “{word}” and the channel, or add products; the column is published and says that it is empty.",
        ),
    ),
    _error(
        "belongs-together",
        Text("成对的内容只写了一半", "Half of what belongs together"),
        Text("写了“{given}”，却没有写“{word}”。", "“{given}” is written, “{word}” is not."),
        Text("补上“{word}”，或都不写。", "Add “{word}”, or leave out both."),
    ),
    _error(
        "offline-with-online-offer",
        Text("只在线下的产品有线上报价", "An online offer of an offline-only product"),
        Text(
            "“{found}”写明只在线下，却在线上渠道“{channel}”有报价。",
            "“{found}” is offline only, but is offered on the online channel “{channel}”.",
        ),
        Text("删去这条报价，或把产品的“只在线下”改为否。", "Delete the offer, or let the product be sold online."),
    ),
    _error(
        "sale-above-list",
        Text("售价高于原价", "Price above the list price"),
        Text("“{word}”{found} 高于原价 {list_price}。", "“{word}” {found} is above the list price {list_price}."),
        Text("检查两个价格；没有优惠就不写原价。", "Check both; without a reduction leave the list price out."),
    ),
    _error(
        "negative-price",
        Text("价格为负", "A negative price"),
        Text("“{word}”写的是“{found}”。", "“{word}” is “{found}”."),
        Text("价格不能小于 0；不公开的写 xx。", "A price is not below 0; write xx where it is not disclosed."),
    ),
    _warning(
        "price-zero",
        Text("价格是 0", "A price of nothing"),
        Text(
            "“{word}”写的是“{found}”，页面会说它不要钱。", "“{word}” is “{found}”: the page would say it costs nothing."
        ),
        Text(
            "写上实际价格；没有公开的写 xx，还没有定的留空。",
            "Write the price; xx where it is not disclosed, nothing where it is not settled yet.",
        ),
    ),
    _error(
        "bundle-without-items",
        Text("套餐没有内容", "A bundle of nothing"),
        Text("套餐“{record}”没有写里面有什么。", "The bundle “{record}” says nothing of what is in it."),
        Text("在“套餐内容”里写上产品和数量。", "Write its products and quantities as bundle items."),
    ),
    _error(
        "bundle-items-elsewhere",
        Text("套餐内容写到了别处", "Bundle items of no bundle"),
        Text("“{found}”不是套餐，却有套餐内容。", "“{found}” has bundle items and is no bundle."),
        Text("把它的种类改为套餐，或删去这一行。", "Make it a bundle, or delete the line."),
    ),
    _error(
        "bundle-in-bundle",
        Text("套餐里又是套餐", "A bundle in a bundle"),
        Text("套餐“{record}”里的“{found}”也是套餐。", "“{found}” inside the bundle “{record}” is a bundle too."),
        Text("直接写里面的产品。", "Write the products that are in it."),
    ),
    _error(
        "bundle-part-hidden",
        Text("套餐里有还没公开的产品", "A bundle holds what is not out"),
        Text(
            "在售套餐“{record}”里有“{found}”，{why_zh}，买的人看不到里面有它。",
            "A bundle on sale, “{record}”, holds “{found}”, {why_en}: buyers would not see that it is in it.",
        ),
        Text(
            "先让这件产品上架，或把它从套餐里去掉，或让套餐也先不上架。",
            "Publish that product first, take it out of the bundle, or hold the bundle back too.",
        ),
    ),
    _warning(
        "bundle-part-withdrawn",
        Text("套餐里有已下架的产品", "A bundle holds what is withdrawn"),
        Text(
            "在售套餐“{record}”里的“{found}”已经下架。",
            "A bundle on sale, “{record}”, holds “{found}”, which is withdrawn.",
        ),
        Text(
            "换成别的产品，或让套餐也下架；产品只在套餐里卖的，状态写“在架”，并写暂无报价的原因。",
            "Put another product in, or withdraw the bundle; what is sold in bundles alone stays active, with a reason "
            "for having no offer.",
        ),
    ),
    _warning(
        "offer-missing",
        Text("既无报价也无原因", "Neither an offer nor a reason"),
        Text(
            "在架产品“{record}”没有正在生效的报价，也没有写“{word}”。",
            "The product “{record}” has no offer in force and no reason for it.",
        ),
        Text("添上报价，或写“{word}”。", "Add an offer, or write “{word}”."),
    ),
    _warning(
        "offer-and-reason",
        Text("有报价又写了无报价的原因", "An offer and a reason for none"),
        Text("“{record}”有报价，却写着“{word}”。", "“{record}” has an offer and a reason for having none."),
        Text("删去“{word}”，或删去报价。", "Delete one of the two."),
    ),
)

_CERTIFICATION: tuple[Kind, ...] = (
    _error(
        "claim-without-certificate",
        Text("宣称认证却没有有效证书", "A claim without a valid certificate"),
        Text(
            "“{word}”写了“{found}”，但这件产品在 {day} 没有这一种的有效证书{hint_zh}",
            "“{word}” says “{found}”, but this product has no certificate of it valid on {day}{hint_en}",
        ),
        Text(
            "登记这件产品自己的证书，或删去这项宣称。",
            "Record a certificate of the product itself, or delete the claim.",
        ),
    ),
    _error(
        "claim-not-certification",
        Text("宣称的不是认证", "A claim of what is no certification"),
        Text("“{found}”不属于认证（例如普查备案），不能宣称。", "“{found}” is a record and no certification."),
        Text("删去这项宣称，写进介绍即可。", "Delete the claim; the description may mention it."),
    ),
    _warning(
        "certificate-expired",
        Text("证书已过期", "An expired certificate"),
        Text(
            "证书“{record}”{found} 已过期（按 {day} 计）。",
            "The certificate “{record}” expired on {found} (seen from {day}).",
        ),
        Text("换上新证书，或删去这一条。", "Record the new one, or delete it."),
    ),
    _error(
        "certificate-without-subject",
        Text("证书不属于任何产品或供应商", "A certificate of nobody"),
        Text(
            "证书“{record}”没有写产品，也没有写供应商。",
            "The certificate “{record}” names neither product nor supplier.",
        ),
        Text("补上“{word}”或供应商。", "Add “{word}” or a supplier."),
    ),
)

_FIGURES: tuple[Kind, ...] = (
    _error(
        "figure-qualifier",
        Text("数值与限定词矛盾", "Value and qualifier contradict"),
        Text("限定词是“{qualifier}”，“{word}”是“{found}”。", "The qualifier is “{qualifier}”, “{word}” is “{found}”."),
        Text("未披露的数不写数值，其余的要写数值。", "A figure not disclosed has no value; any other needs one."),
    ),
    _warning(
        "figure-without-source",
        Text("数字没有来源", "A figure without a source"),
        Text("写了“{given}”，却没有写“{word}”。", "“{given}” is written, “{word}” is not."),
        Text("补上“{word}”；自拟的数据把“示例”写为是。", "Add “{word}”, or mark the record as a sample."),
    ),
    _error(
        "personal-data",
        Text("会公开的内容里有个人信息", "Personal data that would be published"),
        Text(
            "“{word}”里有{what}“{found}”，会公开在网站上。",
            "“{word}” holds {what_en} “{found}”, which would be published.",
        ),
        Text(
            "删去它；确需公开的电话写进 site_config.yml 的允许名单。",
            "Delete it; a telephone meant for the public goes into the list of site_config.yml.",
        ),
    ),
)

_PLACEMENTS: tuple[Kind, ...] = (
    _warning(
        "placement-status",
        Text("点位的状态与最近的变更不一致", "A placement that its last change contradicts"),
        Text(
            "“{word}”写的是“{found}”，点位变更里最近一条（{date}）是“{status}”。",
            "“{word}” is “{found}”; its last change ({date}) is “{status_en}”.",
        ),
        Text("把状态改成“{status}”，或在点位变更里添上后来的一条。", "Write “{status_en}”, or add the later change."),
    ),
    _warning(
        "display-input-unknown",
        Text("不认识的输入设备", "An input that nobody understands"),
        Text(
            "导购屏“{record}”的“{word}”里，“{found}”不知道是什么设备。",
            "Of the “{word}” of “{record}” nobody knows what “{found}” is.",
        ),
        Text("可以写：{allowed}。", "Write {allowed}."),
    ),
)

_WORDING: tuple[Kind, ...] = (
    _warning(
        "wording-period",
        Text("用了别的时期的说法", "The wording of another period"),
        Text(
            "“{word}”里写着“{found}”，所说的事{when_zh}用“{allowed}”。",
            "“{word}” says “{found}”; what it tells of, {when_en}, is called “{allowed}”.",
        ),
        Text(
            "改写成“{allowed}”；是当时的文件或活动名称的，加上引号或书名号。",
            "Write “{allowed}”, or put it in quotation marks where it is a name of the time.",
        ),
    ),
    _warning(
        "wording-term",
        Text("用了约定不用的词", "A word that should not be used"),
        Text("“{word}”里写着“{found}”，约定写“{allowed}”。", "“{word}” says “{found}” instead of “{allowed}”."),
        Text(
            "改写成“{allowed}”；不再有这个约定的，从用语表里删去。",
            "Write “{allowed}”, or delete the term where it no longer holds.",
        ),
    ),
)

_PRINT = (
    _error(
        "stock-incomplete",
        Text("标签纸的尺寸没有写全", "A label stock without all its measures"),
        Text("整张的标签纸“{record}”没有写“{word}”。", "The sheet “{record}” does not tell “{word}”."),
        Text(
            "照纸包装上的尺寸补上，单位是毫米；卷筒纸把“形式”写为卷筒。",
            "Add it from the pack, in millimetres; for a roll, say so as its form.",
        ),
    ),
    _error(
        "stock-beyond-page",
        Text("标签排到了纸外面", "Labels beyond the page"),
        Text(
            "标签纸“{record}”照写的尺寸排到 {found} 毫米，纸只有 {allowed} 毫米。",
            "By its measures the labels of “{record}” reach to {found} mm; the page has {allowed} mm.",
        ),
        Text(
            "对着纸量一遍边距、标签大小、间距和“{word}”。",
            "Measure margin, label and gap on the paper, and count “{word}”.",
        ),
    ),
    _error(
        "stock-too-small",
        Text("标签放不下扫得出的码", "A label too small for a code"),
        Text(
            "标签纸“{record}”的“{word}”是 {found} 毫米，除去安全边放不下码，至少要 {allowed} 毫米。",
            "“{word}” of “{record}” is {found} mm; with its safe margin a code needs {allowed} mm.",
        ),
        Text(
            "换大一点的标签纸；安全边写得太宽就改窄。",
            "Take a larger label, or a narrower safe margin where it was too wide.",
        ),
    ),
)

RULE_KINDS: tuple[Kind, ...] = (
    *_LINKS,
    *_PRODUCTS,
    *_CERTIFICATION,
    *_FIGURES,
    *LEDGER_KINDS,
    *ISSUE_KINDS,
    *_PLACEMENTS,
    *_WORDING,
    *_PRINT,
)
