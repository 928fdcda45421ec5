"""Kinds of finding about the site's configuration, codes and pages."""

from __future__ import annotations

from .model import Kind, Level, Text

SITE_KINDS: tuple[Kind, ...] = (
    Kind(
        "config-missing-file",
        Level.ERROR,
        Text("没有站点设置", "No site settings"),
        Text(
            "站点文件夹里没有 site_config.yml，或者里面是空的。",
            "The site folder has no site_config.yml, or it is empty.",
        ),
        Text(
            "运行 shanhuo init 新建一个站点，或把 site_config.yml 放回站点文件夹。",
            "Run shanhuo init to make a site, or put site_config.yml back into the site folder.",
        ),
    ),
    Kind(
        "config-unknown-setting",
        Level.ERROR,
        Text("没有这项设置", "Unknown setting"),
        Text("site_config.yml 里没有叫“{found}”的设置。", "There is no setting called “{found}” in site_config.yml."),
        Text("也许是：{allowed}。", "Perhaps you mean: {allowed}."),
    ),
    Kind(
        "config-missing-setting",
        Level.ERROR,
        Text("缺少必需的设置", "A required setting is missing"),
        Text("缺少设置 {field}。", "The setting {field} is missing."),
        Text(
            "在 site_config.yml 里补上这一项；名字里的点表示下一层，codes.base_url 是 codes: 下面缩进的 base_url:。",
            "Add it to site_config.yml; a dot leads one level down: codes.base_url is base_url: indented under codes:.",
        ),
    ),
    Kind(
        "config-value",
        Level.ERROR,
        Text("设置的值不对", "A setting's value does not fit"),
        Text("设置 {field} 写的是“{found}”，读不懂。", "The setting {field} reads “{found}”, which does not fit."),
        Text("可以写：{allowed}。", "It may read: {allowed}."),
    ),
    Kind(
        "home-lead",
        Level.WARNING,
        Text("首页开头的产品不在售", "The product that opens the first page is not on sale"),
        Text(
            "设置 home_lead 写的“{found}”不是在售的产品，首页换成了另一件。",
            "“{found}” of the setting home_lead is not on sale, so another product opens the first page.",
        ),
        Text(
            "在 site_config.yml 里改成一件在售产品的编号，或删去这一行。",
            "Write the id of a product that is on sale, or remove the line.",
        ),
    ),
    Kind(
        "brand-contrast",
        Level.WARNING,
        Text("颜色看不清", "A colour that is hard to read"),
        Text(
            "设置 {field} 写的 {found}，字和底分不清（对比度不够），网站改用了 {allowed}。",
            "With {found} of the setting {field} text would be hard to read (too little contrast); "
            "pages have {allowed} instead.",
        ),
        Text(
            "在 site_config.yml 里写 {allowed}，或换一个更合适的颜色。",
            "Write {allowed} in site_config.yml, or choose another colour.",
        ),
    ),
    Kind(
        "code-too-fine",
        Level.ERROR,
        Text("二维码印在标签上太细", "A code that is too fine on its label"),
        Text(
            "标签纸“{stock}”上，二维码一个小格只有 {found} 毫米，至少要 {allowed} 毫米，手机和扫码枪才扫得出。",
            "On the stock “{stock}” a module of the code is {found} mm wide; scanners need at least {allowed} mm.",
        ),
        Text(
            "换大一点的标签纸；或者在 site_config.yml 里给 codes.base_url（现在是 {host}）换一个短的主机名。",
            "Take a larger stock; or give codes.base_url (now {host}) a shorter host in site_config.yml.",
        ),
    ),
    Kind(
        "content-outside",
        Level.ERROR,
        Text("文稿链接到站点以外的文件", "A content page reaches outside the site"),
        Text("content 里的“{found}”是指向站点以外的链接。", "“{found}” in content is a link that leaves the site."),
        Text("把文件本身复制到 content 文件夹里。", "Copy the file itself into the content folder."),
    ),
    Kind(
        "content-file",
        Level.ERROR,
        Text("文稿里有不能发布的文件", "A file that content cannot publish"),
        Text("content 里的“{found}”不能发布。", "“{found}” in content cannot be published."),
        Text("content 里只放文稿和图片：{allowed}。", "Only prose and pictures belong into content: {allowed}."),
    ),
    Kind(
        "content-reserved",
        Level.ERROR,
        Text("文稿占了站点自己的地址", "A content page takes an address of the site itself"),
        Text(
            "“{found}”会占用“{allowed}”这个地址，它由站点自己的页面使用。",
            "“{found}” would take the address “{allowed}”, which the site's own pages use.",
        ),
        Text("换一个文件名或文件夹名。", "Choose another name for the file or its folder."),
    ),
    Kind(
        "content-encoding",
        Level.ERROR,
        Text("文稿不是 UTF-8 编码", "A content page is not UTF-8"),
        Text(
            "这篇文稿从这一行起读不懂，它不是 UTF-8 编码。",
            "From this line on the page cannot be read: it is not UTF-8.",
        ),
        Text("用记事本打开，“另存为”时编码选 UTF-8。", "Open it in an editor and save it as UTF-8."),
    ),
    Kind(
        "content-request",
        Level.ERROR,
        Text("文稿会向别的网站取东西", "A content page would ask another site"),
        Text(
            "这里的“{found}”会让读者的手机向别的网站取内容，或者运行脚本。",
            "“{found}” would make a reader's phone ask another site, or run a script.",
        ),
        Text(
            "图片请下载后放进 content 文件夹；脚本、框架、表单和样式请删去，地图和视频写成普通的链接。",
            "Put pictures into the content folder; remove scripts, frames, forms and styles; link to maps and films.",
        ),
    ),
    Kind(
        "content-html",
        Level.ERROR,
        Text("文稿里有不能用的 HTML", "HTML that a content page cannot use"),
        Text(
            "这里的“{found}”不能用：没有这个写法，或者没有成对。",
            "“{found}” cannot be used here: there is no such thing on a page, or it is not closed.",
        ),
        Text(
            "文稿用 Markdown 写；HTML 只用文字、列表、表格和图片的标签，开头和结尾成对，不写 style。",
            "Write Markdown; of HTML only text, lists, tables and pictures may stand, every tag closed, without style.",
        ),
    ),
    Kind(
        "content-address",
        Level.ERROR,
        Text("文稿里的地址不能用", "An address that a content page cannot use"),
        Text("地址“{found}”不能用。", "The address “{found}” cannot be used."),
        Text(
            "别的网站写完整的 https:// 地址；本站的页面不以 / 开头，写成 ../products/ 这样；"
            "邮箱前加 mailto:，电话前加 tel:。",
            "Write whole https:// addresses of other sites; pages of this one do not begin with a slash, "
            "write ../products/; put mailto: before a mail address and tel: before a telephone number.",
        ),
    ),
    Kind(
        "content-link",
        Level.ERROR,
        Text("文稿里的链接打不开", "A link of a content page leads nowhere"),
        Text("“{found}”指向的页面、图片或小标题不存在。", "“{found}” leads to no page, picture or heading."),
        Text(
            "文稿之间写文件名，例如 about.md；产品写 ../products/编号/，结尾带斜杠；图片放进 content 文件夹。",
            "Between pages of prose write the file, about.md; for a product ../products/<id>/ with the closing slash; "
            "put pictures into the content folder.",
        ),
    ),
    Kind(
        "content-setting",
        Level.ERROR,
        Text("文稿开头的设置不认识", "An unknown setting at the head of a content page"),
        Text(
            "文稿开头两行 --- 之间的“{found}”不认识，或者写成了几项。",
            "“{found}” between the two lines of --- is unknown, or holds more than one text.",
        ),
        Text("这里只能写 {allowed}，各写一句话。", "Only {allowed} can stand there, one text each."),
    ),
    Kind(
        "address-taken",
        Level.ERROR,
        Text("两样东西要用同一个地址", "Two things want one address"),
        Text(
            "“{found}”和“{allowed}”都要生成地址 {record}。",
            "“{found}” and “{allowed}” would both be written to {record}.",
        ),
        Text("给其中一个换一个编号或文件名。", "Give one of them another id or file name."),
    ),
    Kind(
        "code-lost",
        Level.ERROR,
        Text("印出去的码会失效", "A printed code would die"),
        Text(
            "二维码 {record} 指向“{found}”，{why_zh}。",
            "Code {record} points to “{found}”, {why_en}.",
        ),
        Text(
            "{do_zh}。只有从没印出去过的码，才可以连同登记行一起删掉，再删去已生成的网站文件夹，重新生成。",
            "To mend it, {do_en}. Only a code that was never printed may go: delete its row and the folder of the "
            "built site, and build again.",
        ),
    ),
    Kind(
        "code-invalid",
        Level.ERROR,
        Text("二维码编号不对", "A code does not check"),
        Text("“{found}”不是有效的码：{why_zh}。", "“{found}” is not a valid code: {why_en}."),
        Text(
            "码由 shanhuo qr issue 生成，不要手工输入或改动；请恢复原来的那一行。",
            "Codes are made by shanhuo qr issue, never by hand; restore the line as it was.",
        ),
    ),
    Kind(
        "code-placement",
        Level.ERROR,
        Text("这种码不写所在点位", "A placement beside a code that has none"),
        Text(
            "二维码 {record} 不是产品的码，“{word}”却写了“{found}”。",
            "Code {record} is not of a product, but its “{word}” says “{found}”.",
        ),
        Text(
            "把“{word}”留空；只有产品的码可以分点位发，用 shanhuo qr issue --placement。",
            "Leave “{word}” empty; only products have codes by placement: shanhuo qr issue --placement.",
        ),
    ),
    Kind(
        "code-missing",
        Level.WARNING,
        Text("产品还没有二维码", "A product has no code yet"),
        Text(
            "产品“{record}”没有有效的二维码，印不出标签。",
            "Product “{record}” has no code in force, so no label can be printed for it.",
        ),
        Text("运行 shanhuo qr issue，为所有缺码的产品发码。", "Run shanhuo qr issue to give every product its code."),
    ),
    Kind(
        "picture-missing",
        Level.ERROR,
        Text("找不到图片文件", "A picture file is missing"),
        Text("图片“{found}”不在 data/pictures/ 里{used}。", "The picture “{found}” is not in data/pictures/{used_en}."),
        Text(
            "把图片文件放进 data/pictures/，文件名与登记的一致。",
            "Put the file into data/pictures/ under the registered name.",
        ),
    ),
    Kind(
        "picture-refused",
        Level.ERROR,
        Text("图片不能用", "A picture cannot be used"),
        Text("图片“{found}”不能用：它{reason}。", "The picture “{found}” cannot be used: it {reason_en}."),
        Text(
            "换一张 JPEG、PNG 或 WebP 图片，不超过 20 MB、4000 万像素。",
            "Use a JPEG, PNG or WebP of at most 20 MB and 40 megapixels.",
        ),
    ),
    Kind(
        "recording-missing",
        Level.ERROR,
        Text("找不到录音文件", "A recording's file is missing"),
        Text("录音“{found}”不在 data/recordings/ 里。", "The recording “{found}” is not in data/recordings/."),
        Text(
            "把录音文件放进 data/recordings/，文件名与登记的一致。",
            "Put the file into data/recordings/ under the registered name.",
        ),
    ),
    Kind(
        "recording-refused",
        Level.ERROR,
        Text("录音不能用", "A recording cannot be used"),
        Text("录音“{found}”不能用：它{reason}。", "The recording “{found}” cannot be used: it {reason_en}."),
        Text(
            "用录音软件导出为 m4a（AAC）或 mp3，不带封面，不超过 8 MB。",
            "Export it as M4A (AAC) or MP3, without a cover, of at most 8 MB.",
        ),
    ),
)
